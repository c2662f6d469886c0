using System.IO.Enumeration;

namespace SessionsWidgets.Sandbox.Faults;

/// <summary>A rule: the requests that a fault applies to, and how many of them. Thread-safe.</summary>
public sealed class FaultRule
{
    private int _hits;

    internal FaultRule(int id, string path, Fault fault, int? times)
    {
        Id = id;
        Path = path;
        Fault = fault;
        Times = times;
    }

    /// <summary>The number of the rule, from 1, in the fault endpoint.</summary>
    public int Id { get; }

    /// <summary>The paths of the requests; <c>*</c> matches any characters, including slashes. A pattern with <c>?</c> is compared with the
    /// path and the query: <c>/venues/*?*offset=10*</c>. Case matters.</summary>
    public string Path { get; }

    /// <summary>The maximum number of requests; null for all.</summary>
    public int? Times { get; }

    /// <summary>The fault.</summary>
    public Fault Fault { get; }

    /// <summary>The number of requests so far.</summary>
    public int Hits => Volatile.Read(ref _hits);

    internal bool TryTake(HttpRequest request)
    {
        string subject = Path.Contains('?') ? request.Path.Value + request.QueryString.Value : request.Path.Value ?? "";
        if (!FileSystemName.MatchesSimpleExpression(Path, subject, ignoreCase: false))
            return false;
        if (Times is { } times && Interlocked.Increment(ref _hits) > times)
        {
            Interlocked.Decrement(ref _hits);
            return false;
        }

        if (Times is null)
            Interlocked.Increment(ref _hits);
        return true;
    }
}
