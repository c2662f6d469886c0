namespace SessionsWidgets;

/// <summary>Finds businesses by name at run time, for hosts with many businesses. Register it with
/// <see cref="SessionsWidgetsBuilder.UseBusinessSource"/>.</summary>
/// <remarks>The source is a singleton: it must be thread-safe and must not take scoped services such as a <c>DbContext</c>. Take an
/// <c>IDbContextFactory</c> instead. Results are cached for <see cref="CachePolicy.FreshFor"/>, also if there is no business. If the source
/// throws, its earlier result is used for <see cref="CachePolicy.StaleIfError"/>.</remarks>
public interface IBusinessSource
{
    /// <summary>Finds a business.</summary>
    /// <param name="name">The name, spelled as in the page. The source decides which names are the same.</param>
    /// <param name="cancellationToken">Canceled after <see cref="CachePolicy.FetchDeadline"/>, and not with a request: requests for a name
    /// share a call.</param>
    /// <returns>The business; null if there is none.</returns>
    ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken);
}
