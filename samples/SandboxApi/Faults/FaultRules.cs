using SessionsWidgets.Samples.Sandbox.Endpoints;

namespace SessionsWidgets.Samples.Sandbox.Faults;

/// <summary>The rules in force. The first one that fits a request and is not used up is applied, before the key is looked at. Thread-safe.</summary>
public sealed class FaultRules
{
    private readonly Lock _lock = new();
    private readonly List<FaultRule> _rules = [];
    private readonly TimeProvider _clock;
    private readonly CancellationToken _closed;
    private int _lastId;

    internal FaultRules(TimeProvider clock, CancellationToken closed)
    {
        _clock = clock;
        _closed = closed;
    }

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
    /// <param name="fault">What goes wrong.</param>
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

    /// <summary>Takes all rules away and lets go of what they hold.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _rules.ForEach(rule => rule.Fault.Withdraw());
            _rules.Clear();
        }
    }

    internal async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        FaultRule? rule = context.Request.Path.StartsWithSegments(FaultEndpoints.Root, StringComparison.Ordinal)
            ? null
            : All.FirstOrDefault(candidate => candidate.TryTake(context.Request));
        if (rule is null)
        {
            await next(context);
            return;
        }

        CancellationToken aborted = context.RequestAborted;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, _closed);
        context.RequestAborted = either.Token;
        try
        {
            await rule.Fault.ApplyAsync(context, next, _clock);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            context.Abort();
        }
        finally
        {
            context.RequestAborted = aborted;
        }
    }
}
