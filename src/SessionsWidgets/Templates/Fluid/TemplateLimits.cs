namespace SessionsWidgets;

/// <summary>
/// How much a template may use. The limits are always on; a template shares one budget with all its partials. Exceeding
/// one is a <see cref="TemplateException"/> of kind <see cref="TemplateErrorKind.Limit"/> with its place.
/// </summary>
/// <param name="SourceLength">Longest source of one template, in characters.</param>
/// <param name="Nesting">Deepest nesting of tags and brackets in one template.</param>
/// <param name="ChainLength">Most filters or conditions in a row.</param>
/// <param name="PartialDepth">Deepest nesting of partials.</param>
/// <param name="Partials">Most partials that one template calls, each counted once for each place of the HTML in which it is called.</param>
/// <param name="Steps">Most steps of one render: each tag, output and iteration is one; filters and comparisons charge by what they handle.</param>
/// <param name="RangeLength">Most items of a range.</param>
/// <param name="OutputBytes">Most bytes that one render writes.</param>
/// <param name="AllocatedBytes">Most bytes that the filters, captures and ranges of one render allocate, charged before they do.</param>
internal sealed record TemplateLimits(
    int SourceLength = 250_000, int Nesting = 64, int ChainLength = 64, int PartialDepth = 16, int Partials = 256,
    int Steps = 500_000, int RangeLength = 100_000, int OutputBytes = 4 * 1024 * 1024, int AllocatedBytes = 16 * 1024 * 1024)
{
    public static TemplateLimits Default { get; } = new();
}
