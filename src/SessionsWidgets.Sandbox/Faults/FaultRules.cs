namespace SessionsWidgets.Sandbox.Faults;

/// <summary>The rules in force. The first one that fits a request and is not used up is applied, before the key is looked at.
/// Thread-safe.</summary>
public sealed class FaultRules
{
    private readonly Lock _lock = new();
    private readonly List<FaultRule> _rules = [];
    private readonly CancellationToken _closed;
    private int _lastId;

    internal FaultRules(CancellationToken closed) => _closed = closed;

    /// <summary>The rules at the moment of asking, in the order in which they are tried; used-up ones too.</summary>
    public IReadOnlyList<FaultRule> All
    {
        get
        {
            lock (_lock)
                return [.. _rules];
        }
    }

    /// <summary>Adds a rule.</summary>
    /// <param name="path">The paths that it meets; <c>*</c> stands for any characters (see <see cref="FaultRule.Path"/>).</param>
    /// <param name="fault">The fault.</param>
    /// <param name="times">How many requests it meets, from 1; null for all.</param>
    /// <exception cref="ArgumentException">A value makes no sense.</exception>
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

    /// <summary>The rule for this request, which counts as met from now on.</summary>
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
