namespace SessionsWidgets.Sandbox.Faults;

/// <summary>The rules of a sandbox. The first rule that matches a request and is not used up applies, before the key is checked.
/// Thread-safe.</summary>
public sealed class FaultRules
{
    private readonly Lock _lock = new();
    private readonly List<FaultRule> _rules = [];
    private readonly CancellationToken _closed;
    private int _lastId;

    internal FaultRules(CancellationToken closed) => _closed = closed;

    /// <summary>A copy of the rules, in the order in which they are tried, including those that are used up.</summary>
    public IReadOnlyList<FaultRule> All
    {
        get
        {
            lock (_lock)
                return [.. _rules];
        }
    }

    /// <summary>Adds a rule, after the others.</summary>
    /// <param name="path">The paths of the requests: see <see cref="FaultRule.Path"/>.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="times">The maximum number of requests, 1 or more; null for all.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">The path is empty, or a value of the fault is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public FaultRule Add(string path, Fault fault, int? times = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(fault);
        if (times < 1)
            throw new ArgumentOutOfRangeException(nameof(times), times, "times must be at least 1, or absent for every request.");
        if (fault.Problem is { } problem)
            throw new ArgumentException(problem, nameof(fault));
        lock (_lock)
        {
            var rule = new FaultRule(++_lastId, path, fault, times);
            _rules.Add(rule);
            return rule;
        }
    }

    /// <summary>Removes all rules and releases the responses that they hold.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _rules.ForEach(rule => rule.Fault.Withdraw());
            _rules.Clear();
        }
    }

    /// <summary>Gets the rule for a request, and counts the request for it.</summary>
    internal FaultRule? Take(HttpRequest request) => All.FirstOrDefault(rule => rule.TryTake(request));

    internal async Task ApplyAsync(FaultRule rule, FaultCall call)
    {
        CancellationToken aborted = call.Http.RequestAborted;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, _closed);
        call.Http.RequestAborted = either.Token;
        try
        {
            await rule.Fault.ApplyAsync(call);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            call.Http.Abort();
        }
        finally
        {
            call.Http.RequestAborted = aborted;
        }
    }
}
