namespace SessionsWidgets;

/// <summary>
/// How much a template may use. The limits are always on; a template shares one budget with all its partials. Exceeding
/// one is a <see cref="TemplateException"/> of kind <see cref="TemplateErrorKind.Limit"/> with its place.
/// </summary>
internal sealed record TemplateLimits
{
    /// <summary>Longest source of one template, in characters.</summary>
    public int SourceLength { get; init; } = 250_000;

    /// <summary>Deepest nesting of tags and brackets in one template.</summary>
    public int Nesting { get; init; } = 64;

    /// <summary>Most filters or conditions in a row.</summary>
    public int ChainLength { get; init; } = 64;

    /// <summary>Deepest nesting of partials.</summary>
    public int PartialDepth { get; init; } = 16;

    /// <summary>Most partials that one template calls, each counted once for each place of the HTML in which it is called.</summary>
    public int Partials { get; init; } = 256;

    /// <summary>Most steps of one render: each tag, output and iteration is one; filters and comparisons charge by what they handle.</summary>
    public int Steps { get; init; } = 250_000;

    /// <summary>Most items of a range.</summary>
    public int RangeLength { get; init; } = 100_000;

    /// <summary>Most bytes that one render writes.</summary>
    public int OutputBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Most bytes that the filters, captures and ranges of one render allocate, charged before they do.</summary>
    public int AllocatedBytes { get; init; } = 16 * 1024 * 1024;

    public static TemplateLimits Default { get; } = new();
}
