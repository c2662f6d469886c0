namespace SessionsWidgets.HostTests.Tenants;

/// <summary>A source that takes a context, of which there is one for each request.</summary>
public sealed class SourceOfAContext(LoungeDb database) : IBusinessSource
{
    public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) =>
        new(database.Lounges.Any(l => l.Host == name) ? new BusinessOptions { BusinessId = name } : null);
}

/// <summary>What takes the context for the source.</summary>
public sealed class LoungeRepository(LoungeDb database)
{
    public bool Has(string host) => database.Lounges.Any(l => l.Host == host);
}

/// <summary>A source that takes what takes a context.</summary>
public sealed class SourceOfARepository(LoungeRepository lounges) : IBusinessSource
{
    public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) =>
        new(lounges.Has(name) ? new BusinessOptions { BusinessId = name } : null);
}

/// <summary>Of an open generic registration.</summary>
public sealed class Repository<T>
{
    public int Count => typeof(T).Name.Length;
}

/// <summary>A source that takes a scoped service of an open generic registration.</summary>
public sealed class SourceOfAGeneric(Repository<Lounge> lounges) : IBusinessSource
{
    public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) =>
        new(lounges.Count > 0 ? new BusinessOptions { BusinessId = name } : null);
}
