namespace SessionsWidgets;

/// <summary>A response is unusable. The message holds none of its text.</summary>
internal sealed class PayloadException(ApiFault fault, string message) : Exception(message)
{
    public PayloadException(string message)
        : this(ApiFault.Shape, message)
    {
    }

    public ApiFault Fault { get; } = fault;
}
