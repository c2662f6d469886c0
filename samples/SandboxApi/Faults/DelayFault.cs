namespace SessionsWidgets.Samples.Sandbox.Faults;

/// <summary>Answers properly, but later, by the sandbox's clock.</summary>
public sealed class DelayFault : Fault
{
    /// <summary>How long it waits before it asks the API, in milliseconds, from 0.</summary>
    public required double Milliseconds { get; init; }

    /// <inheritdoc/>
    protected internal override string? Problem =>
        Milliseconds is >= 0 and <= int.MaxValue ? null : "milliseconds must be from 0 to 2147483647.";

    /// <inheritdoc/>
    protected internal override async Task ApplyAsync(HttpContext context, RequestDelegate next, TimeProvider clock)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(Milliseconds), clock, context.RequestAborted);
        await next(context);
    }
}
