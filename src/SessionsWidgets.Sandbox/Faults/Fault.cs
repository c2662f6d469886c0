using System.Text.Json.Serialization;

namespace SessionsWidgets.Sandbox.Faults;

/// <summary>
/// A way to go wrong. A new kind is a class of its own in this folder and one line here, which names it for the fault endpoint.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StatusFault), "status")]
[JsonDerivedType(typeof(DelayFault), "delay")]
[JsonDerivedType(typeof(HoldFault), "hold")]
public abstract class Fault
{
    /// <summary>Answers in place of the API, or lets it answer and changes that.</summary>
    /// <param name="call">The request.</param>
    protected internal abstract Task ApplyAsync(FaultCall call);

    /// <summary>Called when the rule is taken away: lets go of whatever still waits.</summary>
    protected internal virtual void Withdraw()
    {
    }

    /// <summary>Why the values make no sense, or null when they do.</summary>
    protected internal virtual string? Problem => null;
}
