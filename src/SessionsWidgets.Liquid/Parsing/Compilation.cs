namespace SessionsWidgets.Liquid;

/// <summary>What the compilation of a template and of all its partials shares.</summary>
internal sealed class Compilation(LiquidOptions options)
{
    private const int MaxErrors = 25;

    private LiquidOptions? _optionsOfKept;
    private int _depth;

    public LiquidOptions Options => options;

    public List<LiquidError> Errors { get; } = [];

    public ParserScratch Scratch { get; } = ParserScratch.Rent();

    public InliningBudget Inlining { get; } = new();

    /// <summary>The options that partials must have been compiled with to be used here: the loader is asked anyway.</summary>
    private LiquidOptions OptionsOfKept => _optionsOfKept ??= options with { Loader = null };

    /// <summary>A partial, compiled once for each scope and place in the HTML that it is called from.</summary>
    public Partial GetPartial(string name, SymbolTable? shared, TemplateParser caller, int position)
    {
        HtmlState? exit = shared is null ? null : caller.ExitOfIncluded;
        if (Find(name, shared, caller.Html, exit) is not { } partial)
        {
            var text = Load(name, caller, position);
            partial = shared is null && options.PartialCache is { } cache ? FindKept(cache, name, text, caller.Html) : null;
            partial ??= Parse(new Partial(name, shared ?? new SymbolTable(), shared is null, caller.Html, exit), text, caller, position);
        }

        // A partial that calls itself is taken to end where it began, which is checked once it is compiled.
        if (partial.IsComplete) caller.Html = partial.End;
        else partial.CallsItself = true;
        caller.Partial.AddCall(partial);
        return partial;
    }

    /// <exception cref="CompilationStoppedException">There are enough errors.</exception>
    public void Report(LiquidError error)
    {
        Errors.Add(error);
        if (Errors.Count >= MaxErrors) throw new CompilationStoppedException();
    }

    /// <summary>Takes in an error after which nothing can be understood.</summary>
    public CompilationStoppedException Stop(LiquidError error)
    {
        Errors.Add(error);
        return new CompilationStoppedException();
    }

    /// <summary>Every <c>raw</c> in a template and the partials that it calls, directly or through others.</summary>
    public LiquidRawUse[] RawUses(Partial root)
    {
        var count = root.RawUses.Count + Scratch.Partials.Sum(static partial => partial.RawUses.Count);
        return count == 0 ? [] : [.. root.RawUses, .. Scratch.Partials.SelectMany(static partial => partial.RawUses)];
    }

    /// <summary>The names of the partials that the template calls, directly or through others, in ordinal order.</summary>
    public string[] PartialNames()
    {
        var names = new List<string>(Scratch.Partials.Count);
        foreach (var partial in Scratch.Partials)
        {
            var at = names.BinarySearch(partial.Name, StringComparer.Ordinal);
            if (at < 0) names.Insert(~at, partial.Name);
        }

        return [.. names];
    }

    /// <summary>Keeps the partials for templates that are compiled later.</summary>
    public void KeepPartials()
    {
        if (options.PartialCache is not { } cache) return;
        foreach (var partial in Scratch.Partials)
        {
            if (partial.IsIsolated && !partial.IsRecursive) cache.Add(partial, OptionsOfKept);
        }
    }

    private Partial? Find(string name, SymbolTable? shared, in HtmlState place, in HtmlState? exit)
    {
        foreach (var partial in Scratch.Partials)
        {
            if (partial.Name == name && partial.Fits(shared, place, exit)) return partial;
        }

        return null;
    }

    /// <summary>A partial that another template's compilation has left, when nothing has changed since.</summary>
    private Partial? FindKept(LiquidPartialCache cache, string name, string text, in HtmlState place)
    {
        var all = cache.Find(name, text, place, OptionsOfKept, options.Loader!);
        if (all is not [var partial, ..]) return null;
        if (Scratch.Partials.Count + all.Length > options.Limits.Partials || _depth + partial.Depth > options.Limits.PartialDepth) return null;
        foreach (var called in all)
        {
            if (Find(called.Name, null, called.Start, null) is null) Scratch.Partials.Add(called);
        }

        return partial;
    }

    private Partial Parse(Partial partial, string text, TemplateParser caller, int position)
    {
        if (Scratch.Partials.Count >= options.Limits.Partials)
            throw caller.Error(LiquidErrorKind.Limit, $"The template calls more than {options.Limits.Partials} partials.", position);
        if (_depth >= options.Limits.PartialDepth)
            throw caller.Error(LiquidErrorKind.Limit, $"Partials are nested deeper than {options.Limits.PartialDepth}.", position);
        Scratch.Partials.Add(partial);
        _depth++;
        var parser = new TemplateParser(this, new SourceText(text, partial.Name), partial);
        parser.Parse();
        _depth--;
        if (partial.CallsItself) parser.RequireSame(partial.Start, "A partial that calls itself", 0);
        if (parser.IsLeftEarly && partial.Exit is null) parser.RequireSame(partial.Start, "A partial that is left by 'break' or 'continue'", 0);
        return partial;
    }

    private string Load(string name, TemplateParser caller, int position)
    {
        if (!PartialName.IsValid(name))
        {
            throw caller.Error(
                $"'{PartialName.Shorten(name)}' is no name of a partial: use a-z, 0-9, '_' and '-', with single '/' between.", position);
        }

        return options.Loader?.Load(name) ??
            throw caller.Error(LiquidErrorKind.UnknownName, Suggestion.Unknown("partial", name, options.Loader?.Names ?? []), position);
    }
}
