namespace SessionsWidgets.Sandbox.Faults;

/// <summary>Answers properly, but later, by the sandbox's clock.</summary>
public sealed class DelayFault : Fault
{
    /// <summary>A clock that moves further than this while a timer is set was moved by hand.</summary>
    private static readonly TimeSpan _settingTime = TimeSpan.FromMilliseconds(20);

    /// <summary>How long it waits after the arrival before it asks the API, in milliseconds, from 0.</summary>
    public required double Milliseconds { get; init; }

    /// <inheritdoc/>
    protected internal override string? Problem =>
        Milliseconds is >= 0 and <= int.MaxValue ? null : "milliseconds must be from 0 to 2147483647.";

    /// <inheritdoc/>
    protected internal override async Task ApplyAsync(FaultCall call)
    {
        await WaitUntilAsync(call.ArrivedAt.AddMilliseconds(Milliseconds), call.Clock, call.Http.RequestAborted);
        await call.AnswerAsync();
    }

    /// <summary>
    /// A test that has seen the request arrive may move the clock at once, even while the timer is being set: the wait ends at a
    /// moment, and a timer that was set while the clock moved is set again.
    /// </summary>
    private static async Task WaitUntilAsync(DateTimeOffset end, TimeProvider clock, CancellationToken cancellationToken)
    {
        var passed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ITimer timer = clock.CreateTimer(_ => passed.TrySetResult(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        DateTimeOffset set;
        do
        {
            set = clock.GetUtcNow();
            if (set >= end)
                return;
            timer.Change(end - set, Timeout.InfiniteTimeSpan);
        }
        while (clock.GetUtcNow() - set > _settingTime);

        await passed.Task.WaitAsync(cancellationToken);
    }
}
