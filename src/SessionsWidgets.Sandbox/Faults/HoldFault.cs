namespace SessionsWidgets.Sandbox.Faults;

/// <summary>Holds responses back until <see cref="Release"/> is called. For tests that must not wait for a clock. Thread-safe.</summary>
public sealed class HoldFault : Fault
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Releases the responses, and all later ones.</summary>
    public void Release() => _released.TrySetResult();

    /// <inheritdoc/>
    protected internal override void Withdraw() => Release();

    /// <inheritdoc/>
    protected internal override async Task ApplyAsync(FaultCall call)
    {
        await _released.Task.WaitAsync(call.Http.RequestAborted);
        await call.AnswerAsync();
    }
}
