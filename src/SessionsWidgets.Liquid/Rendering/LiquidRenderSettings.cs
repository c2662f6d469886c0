namespace SessionsWidgets.Liquid;

/// <summary>What a render is told besides its model.</summary>
public sealed record LiquidRenderSettings
{
    /// <summary>The moment that <c>'now' | date</c> and relative times mean. Required: the engine reads no clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The zone that dates are shown in, and that a date without an offset is read in. Default: UTC.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The language, as a tag such as <c>en</c>; read by filters. Default: <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Anything that the host's own filters need. Default: nothing.</summary>
    public object? State { get; init; }
}

/// <summary>What a render says besides its output.</summary>
/// <param name="FreshUntil">The moment at which the output stops being true, when a filter named one.</param>
/// <param name="RejectedUrls">How many values were not written as URLs because they were not safe ones.</param>
/// <param name="BytesWritten">How many bytes were written.</param>
public readonly record struct LiquidRenderResult(DateTimeOffset? FreshUntil, int RejectedUrls, long BytesWritten);
