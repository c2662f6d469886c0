namespace SessionsWidgets.Sandbox.Faults;

/// <summary>Delays the response, by the sandbox's clock.</summary>
public sealed class DelayFault : Fault
{
    /// <summary>A clock that advances further than this while a timer is being set was advanced by a test.</summary>
    private static readonly TimeSpan _settingTime = TimeSpan.FromMilliseconds(20);

    /// <summary>The time from the arrival of the request until the API responds, in milliseconds: 0 to 2,147,483,647.</summary>
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

    /// <summary>Waits until a time. A test that sees the request arrive may advance the clock at once, even while the timer is being set:
    /// then the timer is set again.</summary>
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
