namespace SessionsWidgets;

/// <summary>Finds businesses by name at run time, for hosts with many.</summary>
/// <remarks>
/// A singleton: it must be thread-safe, and cannot take scoped services such as a <c>DbContext</c> in its constructor, but an
/// <c>IDbContextFactory</c>. What it finds, and what it does not, is remembered for <c>Cache:FreshFor</c>.
/// </remarks>
public interface IBusinessSource
{
    /// <summary>Finds a business; null if there is none.</summary>
    /// <param name="name">The name as the page has it. What counts as the same name is up to the source.</param>
    /// <param name="cancellationToken">Canceled after <c>Cache:FetchDeadline</c>, not with a request: all that wait share a call.</param>
    ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken);
}
