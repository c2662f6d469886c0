namespace SessionsWidgets.Liquid;

/// <summary>What the compilation of a template and of all its partials shares.</summary>
internal sealed class Compilation(LiquidOptions options)
{
    private const int MaxErrors = 25;

    private readonly Dictionary<PartialKey, Partial> _partials = [];
    public LiquidOptions Options => options;

    public List<LiquidError> Errors { get; } = [];

    public List<LiquidRawUse> RawUses { get; } = [];

    public SortedSet<string> PartialNames { get; } = new(StringComparer.Ordinal);

    public ContinuedLoops ContinuedLoops { get; } = new();

    public int Depth { get; private set; }

    public ParserScratch Scratch { get; } = ParserScratch.Rent();

    public InliningBudget Inlining { get; } = new();

    public string Intern(ReadOnlySpan<char> text)
    {
        if (text.Length == 0) return string.Empty;
        var lookup = Scratch.Names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var known)) return known;
        var name = text.ToString();
        Scratch.Names.Add(name);
        return name;
    }

    /// <summary>A partial, compiled once for each set of names that it is compiled with.</summary>
    public Partial GetPartial(string name, SymbolTable? shared, TemplateParser caller, int position)
    {
        HtmlState? exit = shared is null ? null : caller.ExitOfIncluded;
        var key = new PartialKey(name, shared, caller.Html, exit);
        if (_partials.TryGetValue(key, out var known))
        {
            // A partial that calls itself is taken to end where it began, which is checked once it is compiled.
            if (known.IsComplete) caller.Html = known.End;
            else known.CallsItself = true;
            return known;
        }

        var source = Load(name, caller, position);
        if (_partials.Count >= options.Limits.Partials)
            throw caller.Error(LiquidErrorKind.Limit, $"The template calls more than {options.Limits.Partials} partials.", position);
        if (Depth >= options.Limits.PartialDepth)
            throw caller.Error(LiquidErrorKind.Limit, $"Partials are nested deeper than {options.Limits.PartialDepth}.", position);

        PartialNames.Add(name);
        var partial = new Partial(name, shared ?? new SymbolTable());
        _partials.Add(key, partial);
        Depth++;
        var parser = new TemplateParser(this, source, partial.Symbols, isIsolated: shared is null, caller.Html, exit);
        parser.ParseInto(partial);
        Depth--;
        if (partial.CallsItself) parser.RequireSame(caller.Html, "A partial that calls itself", 0);
        if (parser.IsLeftEarly && exit is null) parser.RequireSame(caller.Html, "A partial that is left by 'break' or 'continue'", 0);
        caller.Html = partial.End;
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

    private SourceText Load(string name, TemplateParser caller, int position)
    {
        if (!PartialName.IsValid(name))
        {
            throw caller.Error(
                $"'{PartialName.Shorten(name)}' is no name of a partial: use a-z, 0-9, '_' and '-', with single '/' between.", position);
        }

        var text = options.Loader?.Load(name) ??
            throw caller.Error(LiquidErrorKind.UnknownName, Suggestion.Unknown("partial", name, options.Loader?.Names ?? []), position);
        return new SourceText(text, name);
    }

    private readonly record struct PartialKey(string Name, SymbolTable? Shared, HtmlState Html, HtmlState? Exit);
}

/// <summary>The names of loops that another loop continues; the others need not remember where they ended.</summary>
internal sealed class ContinuedLoops
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Whether it may be any: a partial that is known only at render time is among the callers or the called.</summary>
    public bool All { get; set; }

    public void Add(string name) => _names.Add(name);

    public bool Contains(string name) => All || _names.Contains(name);
}

/// <summary>A compiled source.</summary>
internal sealed class Partial(string name, SymbolTable symbols)
{
    public string Name => name;

    public SymbolTable Symbols => symbols;

    public SourceText Source { get; private set; } = SourceText.None;

    public Block Body { get; private set; } = Block.Nothing;

    /// <summary>Where in the HTML it ends.</summary>
    public HtmlState End { get; private set; }

    public bool IsComplete { get; private set; }

    public bool CallsItself { get; set; }

    /// <summary>Whether it is worth trying to put its nodes in place of a call.</summary>
    public bool CanInline { get => field && IsComplete && !CallsItself; set; } = true;

    public void Complete(SourceText source, Block body, in HtmlState end)
    {
        Source = source;
        Body = body;
        End = end;
        IsComplete = true;
    }
}

/// <summary>The form of a partial's name.</summary>
internal static class PartialName
{
    private const int MaxLength = 200;

    public static bool IsValid(string name)
    {
        if (name.Length is 0 or > MaxLength || name[0] == '/' || name[^1] == '/') return false;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c == '/' ? name[i - 1] == '/' : !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-')) return false;
        }

        return true;
    }

    public static string Shorten(string name) => name.Length > 40 ? name[..40] + "…" : name;
}
