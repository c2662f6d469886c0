namespace SessionsWidgets;

/// <summary>Finds businesses by name at run time, for hosts with many. Implementations must be thread-safe.</summary>
public interface IBusinessSource
{
    /// <summary>Finds a business; null if there is none. Called for every rendering, so it should be fast.</summary>
    ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken);
}
