namespace SessionsWidgets;

/// <summary>A connection could not be had, for a reason that is known and safe to tell.</summary>
internal sealed class TransportException(ApiFault fault, string reason) : IOException(reason)
{
    public ApiFault Fault { get; } = fault;
}
