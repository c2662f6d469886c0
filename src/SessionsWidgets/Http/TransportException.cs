namespace SessionsWidgets;

/// <summary>A connection failed for a known reason; the message is safe to log.</summary>
internal sealed class TransportException(ApiFault fault, string reason) : IOException(reason)
{
    public ApiFault Fault { get; } = fault;
}
