namespace SessionsWidgets;

/// <summary>Compiles templates with Fluid's parser, the library's and the host's filters and tags. Immutable and thread-safe.</summary>
internal sealed class TemplateEngine
{
    private readonly TemplateMembers _members;

    /// <param name="members">What templates may read of the models.</param>
    /// <param name="extensions">The host's filters and tags.</param>
    /// <param name="allowRaw">Whether templates may write values without encoding.</param>
    /// <param name="limits">How much a template may use.</param>
    public TemplateEngine(TemplateMembers members, TemplateExtensions? extensions = null, bool allowRaw = true, TemplateLimits? limits = null)
    {
        _members = members;
        Extensions = extensions ?? TemplateExtensions.None;
        Limits = limits ?? TemplateLimits.Default;
        Options = new TemplateOptions
        {
            CultureInfo = CultureInfo.InvariantCulture,
            ModelNamesComparer = StringComparer.Ordinal,
            MaxSteps = Limits.Steps,
            MaxRecursion = 0,
            StrictFilters = true,
            TemplateCache = null!,
            TimeZone = TimeZoneInfo.Utc,
            // Both are set for each render; here they would be the machine's.
            Now = static () => throw new InvalidOperationException("The time of a render is set by the render."),
        };
        // The parser finds the filters; an expression that a tag of the host makes itself finds none.
        Options.Filters.Clear();
        Parser = new TemplateParser(Extensions, new FilterTable(Extensions, allowRaw));
    }

    public TemplateExtensions Extensions { get; }

    public TemplateLimits Limits { get; }

    public TemplateOptions Options { get; }

    public TemplateParser Parser { get; }

    /// <exception cref="TemplateException">The template is missing or broken.</exception>
    public CompiledTemplate Compile(string name, TemplateTexts texts)
    {
        var text = texts.Find(name)
            ?? throw TemplateException.WithoutPlace(name, $"There is no template '{name}': put a file {name}.liquid into the template folder.");
        return Compile(name, text, texts, default);
    }

    /// <param name="name">The template's name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="texts">Where its partials are found.</param>
    /// <param name="start">Where in the HTML it begins.</param>
    internal CompiledTemplate Compile(string name, string text, TemplateTexts texts, in HtmlState start)
    {
        var compilation = new Compilation(this, texts);
        var root = compilation.Compile(name, text, start, mustEndWhereItBegan: false);
        return new CompiledTemplate(this, root, [.. compilation.RawUses], [.. compilation.PartialNames]);
    }

    internal Fluid.Values.FluidValue Value(WidgetModel model) => _members.Value(model);
}
