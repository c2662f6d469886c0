using System.Text.Json.Serialization;

namespace SessionsWidgets.Sandbox.Faults;

/// <summary>The base class of faults.</summary>
/// <remarks>To add a kind, derive a class in this folder and add a <see cref="JsonDerivedTypeAttribute"/> with its name in the fault
/// endpoint. Faults must be thread-safe.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StatusFault), "status")]
[JsonDerivedType(typeof(DelayFault), "delay")]
[JsonDerivedType(typeof(HoldFault), "hold")]
public abstract class Fault
{
    /// <summary>Responds in place of the API, or calls the API and changes its response.</summary>
    /// <param name="call">The request.</param>
    protected internal abstract Task ApplyAsync(FaultCall call);

    /// <summary>Called when the rule is removed: releases the requests that wait.</summary>
    protected internal virtual void Withdraw()
    {
    }

    /// <summary>The reason why the values are not allowed; null if they are.</summary>
    protected internal virtual string? Problem => null;
}
