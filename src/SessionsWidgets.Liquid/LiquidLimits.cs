namespace SessionsWidgets.Liquid;

/// <summary>
/// How much a template may use. All limits are on by default; a template shares one budget with all its partials.
/// Exceeding one is a <see cref="LiquidException"/> of kind <see cref="LiquidErrorKind.Limit"/> with its position.
/// Time is limited by the cancellation token that is given to a render.
/// </summary>
public sealed record LiquidLimits
{
    /// <summary>Longest source of one template, in characters. Default 1,000,000.</summary>
    public int SourceLength { get; init; } = 1_000_000;

    /// <summary>Deepest nesting of blocks and of brackets in one template. Default 64.</summary>
    public int Nesting { get; init; } = 64;

    /// <summary>Deepest nesting of partials, at compile and at render time. Default 16.</summary>
    public int PartialDepth { get; init; } = 16;

    /// <summary>Most partials compiled into one template. Default 256.</summary>
    public int Partials { get; init; } = 256;

    /// <summary>Most steps of one render: each tag, output and iteration is one; filters charge by what they handle. Default 1,000,000.</summary>
    public int Steps { get; init; } = 1_000_000;

    /// <summary>Most iterations of all loops of one render. Default 100,000.</summary>
    public int Iterations { get; init; } = 100_000;

    /// <summary>Most bytes that one render writes. Default 4 MiB.</summary>
    public int OutputBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Most bytes that filters and captures of one render allocate, charged before they do. Default 16 MiB.</summary>
    public int AllocatedBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>The limits that stand when none are given.</summary>
    public static LiquidLimits Default { get; } = new();
}
