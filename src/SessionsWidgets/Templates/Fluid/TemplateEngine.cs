namespace SessionsWidgets;

/// <summary>Compiles templates with Fluid's parser, the library's and the host's filters and tags. Immutable and thread-safe.</summary>
internal sealed class TemplateEngine(TemplateExtensions? extensions = null, bool allowRaw = true, TemplateLimits? limits = null)
{
    public TemplateExtensions Extensions { get; } = extensions ?? TemplateExtensions.None;

    public TemplateLimits Limits { get; } = limits ?? TemplateLimits.Default;

    public TemplateOptions Options { get; } = WithoutFilters(new TemplateOptions
    {
        CultureInfo = CultureInfo.InvariantCulture,
        ModelNamesComparer = StringComparer.Ordinal,
        MaxSteps = (limits ?? TemplateLimits.Default).Steps,
        MaxRecursion = 0,
        StrictFilters = true,
        TemplateCache = null!,
        TimeZone = TimeZoneInfo.Utc,
        // Both are set for each render; here they would be the machine's.
        Now = static () => throw new InvalidOperationException("The time of a render is set by the render."),
    });

    public TemplateParser Parser { get; } =
        new(extensions ?? TemplateExtensions.None, new FilterTable(extensions ?? TemplateExtensions.None, allowRaw));

    /// <exception cref="TemplateException">The template is missing or broken.</exception>
    public CompiledTemplate Compile(string name, TemplateTexts texts) => texts.Find(name) is { } text
        ? Compile(name, text, texts, default)
        : throw TemplateException.WithoutPlace(
            name,
            $"There is no template '{name}': put a file {name}.liquid into the template folder.{DidYouMean.Sentence(name, texts.Names)}");

    internal CompiledTemplate Compile(string name, string text, TemplateTexts texts, in HtmlState start)
    {
        var compilation = new CompilationContext(this, texts);
        var root = compilation.Compile(name, text, start, mustEndWhereItBegan: false);
        return new CompiledTemplate(this, root, [.. compilation.RawUses], [.. compilation.PartialNames]);
    }

    /// <summary>The parser finds the filters; an expression that a tag of the host makes itself finds none.</summary>
    private static TemplateOptions WithoutFilters(TemplateOptions options)
    {
        options.Filters.Clear();
        return options;
    }
}

/// <summary>The limits of a template, together with all its partials. Exceeding one is an error with a position.</summary>
/// <param name="SourceLength">Longest source of a template with its partials, each for each place of the HTML that it is called in.</param>
/// <param name="Nesting">Deepest nesting of tags and brackets in one template.</param>
/// <param name="ChainLength">Most filters or conditions in a row.</param>
/// <param name="PartialDepth">Deepest nesting of partials.</param>
/// <param name="Partials">Most partials that one template calls, each once for each place of the HTML in which it is called.</param>
/// <param name="Steps">Most steps of one render: each tag, output and iteration is one; filters and comparisons take more.</param>
/// <param name="RangeLength">Most items of a range.</param>
/// <param name="OutputBytes">Most bytes that one render writes.</param>
/// <param name="AllocatedBytes">Most bytes that filters, captures and ranges of one render allocate, charged before they do.</param>
internal sealed record TemplateLimits(
    int SourceLength = 200_000, int Nesting = 64, int ChainLength = 64, int PartialDepth = 16, int Partials = 256,
    int Steps = 250_000, int RangeLength = 100_000, int OutputBytes = 4 * 1024 * 1024, int AllocatedBytes = 16 * 1024 * 1024)
{
    public static TemplateLimits Default { get; } = new();
}
