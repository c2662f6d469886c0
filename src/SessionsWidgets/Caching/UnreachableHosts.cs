using System.Collections.Concurrent;

namespace SessionsWidgets;

/// <summary>The hosts that cannot be reached, so that this is logged once, not once for each query. Thread-safe.</summary>
internal sealed class UnreachableHosts
{
    /// <summary>Bounds the memory. Above it, failures are logged for each query.</summary>
    private const int MaxHosts = 1_000;

    private readonly ConcurrentDictionary<(string Source, string Host), ApiFault> _faults = new();

    /// <summary>Notes the failure of a query.</summary>
    /// <returns>Whether no query has failed by this fault since the host was reached.</returns>
    public bool Add(string source, Uri address, ApiFault fault)
    {
        var host = HostOf(source, address);
        if (!fault.IsOfHost)
        {
            _faults.TryRemove(host, out _);
            return true;
        }

        if (_faults.Count >= MaxHosts && !_faults.ContainsKey(host)) return true;
        var isNews = true;
        _faults.AddOrUpdate(
            host,
            fault,
            (_, known) =>
            {
                isNews = known != fault;
                return fault;
            });
        return isNews;
    }

    /// <summary>Notes that a query has succeeded.</summary>
    public void Remove(string source, Uri address) => _faults.TryRemove(HostOf(source, address), out _);

    private static (string Source, string Host) HostOf(string source, Uri address) =>
        (source, address.GetLeftPart(UriPartial.Authority));
}
