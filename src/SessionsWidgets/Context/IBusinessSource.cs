namespace SessionsWidgets;

/// <summary>Finds businesses by name at run time, for hosts with more of them than a configuration file holds. Implementations must be
/// thread-safe.</summary>
public interface IBusinessSource
{
    /// <summary>
    /// The business of that name, which takes what it leaves out from the section <c>SessionsWidgets</c>, as configured ones do; null when
    /// there is none. Called for every rendering, so it should be quick.
    /// </summary>
    ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken);
}
