namespace SessionsWidgets.Sandbox.Faults;

/// <summary>Holds every answer back until <see cref="Release"/>, then answers properly. For tests that must not wait on a clock.</summary>
public sealed class HoldFault : Fault
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets the held answers go, and all later ones.</summary>
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
