namespace SessionsWidgets;

/// <summary>An answer cannot be used. The message tells why, without any of its text.</summary>
internal sealed class PayloadException(ApiFault fault, string message) : Exception(message)
{
    public PayloadException(string message)
        : this(ApiFault.Shape, message)
    {
    }

    public ApiFault Fault { get; } = fault;
}
