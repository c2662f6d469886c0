using System.IO.Enumeration;

namespace SessionsWidgets.Sandbox.Faults;

/// <summary>Which requests meet a fault, and how often. Thread-safe.</summary>
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

    /// <summary>The rule's number, for the fault endpoint.</summary>
    public int Id { get; }

    /// <summary>
    /// The paths that it meets; <c>*</c> stands for any characters, slashes too. With a <c>?</c> in it, it is held against path
    /// and query together: <c>/venues/*?*offset=10*</c>.
    /// </summary>
    public string Path { get; }

    /// <summary>How many requests it meets; null for all.</summary>
    public int? Times { get; }

    /// <summary>The fault.</summary>
    public Fault Fault { get; }

    /// <summary>How many requests it has met.</summary>
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
