namespace SessionsWidgets;

/// <summary>The state that the compilation of a template shares with that of all the partials that it calls.</summary>
/// <remarks><c>render</c>: the render during which it is compiled, which is charged for it.</remarks>
internal sealed class CompilationContext(TemplateEngine engine, TemplateTexts texts, RenderState? render = null)
{
    private const int MaxErrors = 25;
    private const int StepsOfCharacter = 2;

    private readonly Dictionary<string, ParsedTemplate> _parsed = new(StringComparer.Ordinal);
    private readonly List<CompiledPartial> _partials = [];
    private readonly List<TemplateError> _errors = [];
    private int _depth;
    private int _length;

    public TemplateEngine Engine => engine;

    public TemplateTexts Texts => texts;

    public TemplateLimits Limits => engine.Limits;

    public IEnumerable<SourceLocation> RawUses => _parsed.Values.SelectMany(static template => template.RawUses);

    /// <summary>The names of the partials that the template calls, directly or through others.</summary>
    public IEnumerable<string> PartialNames => _partials.Select(static partial => partial.Name).Distinct(StringComparer.Ordinal);

    /// <summary>Whether the compilation ends, instead of going on after an error.</summary>
    public bool HasEnoughErrors => _errors.Count >= MaxErrors;

    /// <summary>Compiles a template.</summary>
    /// <exception cref="TemplateException">It is missing or broken.</exception>
    public CompiledPartial Compile(string name, string text, in HtmlState start, bool mustEndWhereItBegan)
    {
        var root = new CompiledPartial(name, IsIsolated: false, start);
        var source = new TemplateSource(name, text);
        Charge(source, new SourceLocation(source, 0));
        var compiler = new TemplateCompiler(this, Parse(source), root);
        compiler.Compile();
        if (mustEndWhereItBegan) compiler.RequireSame(root.Start, "A partial whose name is known only at render time", 0);
        else if (root.End.Place != HtmlPlace.Text) compiler.Report($"The template ends in {root.End.Describe()}.", text.Length);
        ThrowErrors();
        return root;
    }

    /// <summary>A partial, compiled once for each place in the HTML that it is called from.</summary>
    public CompiledPartial GetPartial(string name, bool isIsolated, TemplateCompiler caller, SourceLocation place)
    {
        HtmlState? exit = isIsolated ? null : caller.ExitOfIncluded;
        var start = caller.Html;
        var partial =
            _partials.Find(known => known.Name == name && known.IsIsolated == isIsolated && known.Start == start && known.Exit == exit)
            ?? Compile(new CompiledPartial(name, isIsolated, start, exit), place);

        // A partial that calls itself is taken to end where it began, which is checked once it is compiled.
        if (partial.IsComplete) caller.Html = partial.End;
        else partial.CallsItself = true;
        return partial;
    }

    /// <exception cref="TemplateException">There are enough errors.</exception>
    public void Report(IReadOnlyList<TemplateError> errors)
    {
        _errors.AddRange(errors);
        if (HasEnoughErrors) ThrowErrors();
    }

    private void ThrowErrors()
    {
        if (_errors.Count > 0) throw new TemplateException(_errors);
    }

    private CompiledPartial Compile(CompiledPartial partial, SourceLocation place)
    {
        if (_partials.Count >= Limits.Partials) throw place.Limit($"The template calls more than {Limits.Partials} partials.");
        if (_depth >= Limits.PartialDepth) throw place.Limit($"Partials are nested deeper than {Limits.PartialDepth}.");
        var parsed = Parse(partial.Name, place);
        _partials.Add(partial);
        _depth++;
        var compiler = new TemplateCompiler(this, parsed, partial);
        compiler.Compile();
        _depth--;
        if (partial.CallsItself) compiler.RequireRepeatable(partial.Start, partial.Body, "A partial that calls itself", 0);
        if (partial.LeavesEarly && partial.Exit is null)
            compiler.RequireSame(partial.Start, "A partial that is left by 'break' or 'continue'", 0);
        // Where it began and where it ends are both possible now.
        partial.End = compiler.Html;
        return partial;
    }

    private ParsedTemplate Parse(string name, SourceLocation place)
    {
        if (_parsed.TryGetValue(name, out var parsed))
        {
            Charge(parsed.Source, place);
            return parsed;
        }

        if (!TemplateName.IsValid(name))
        {
            var shown = name.Length > 40 ? name[..40] + "…" : name;
            throw place.Error(
                TemplateErrorKind.Syntax, $"'{shown}' is no name of a partial: use a-z, 0-9, '_' and '-', with single '/' between.");
        }

        var source = new TemplateSource(name, texts.Find(name)
            ?? throw place.Error(TemplateErrorKind.UnknownName, SyntaxMessage.Unknown("partial", name, texts.Names)));
        Charge(source, place);
        return Parse(source);
    }

    private ParsedTemplate Parse(TemplateSource source) => _parsed[source.Name] = engine.Parser.Parse(source, Limits);

    /// <summary>Charges for a text that is about to be compiled.</summary>
    private void Charge(TemplateSource source, SourceLocation place)
    {
        render?.ChargeSteps(StepsOfCharacter * (long)source.Text.Length);
        _length += source.Text.Length;
        if (_length > Limits.SourceLength)
            throw place.Limit($"The template is longer, with its partials, than {Limits.SourceLength} characters.");
    }
}

/// <summary>Where the texts of templates and partials are found by name.</summary>
internal sealed record TemplateTexts(Func<string, string?> Find, IEnumerable<string> Names);
