namespace SessionsWidgets.Liquid;

/// <summary>A compiled source: a template, or a partial for one place in the HTML.</summary>
/// <param name="name">Its name.</param>
/// <param name="symbols">The names of its scope.</param>
/// <param name="isIsolated">Whether the scope is its own, as that of a rendered partial is.</param>
/// <param name="start">Where in the HTML it begins.</param>
/// <param name="exit">Where it has to be when it leaves a loop of its caller; null when it cannot.</param>
internal sealed class Partial(string name, SymbolTable symbols, bool isIsolated, HtmlState start, HtmlState? exit = null)
{
    private List<Partial>? _calls;
    private List<LiquidRawUse>? _rawUses;

    public string Name => name;

    public SymbolTable Symbols => symbols;

    public bool IsIsolated => isIsolated;

    public HtmlState Start => start;

    public HtmlState? Exit => exit;

    public SourceText Source { get; private set; } = SourceText.None;

    public Block Body { get; private set; } = Block.Nothing;

    /// <summary>Where in the HTML it ends.</summary>
    public HtmlState End { get; private set; }

    public bool IsComplete { get; private set; }

    /// <summary>Whether it was called while it was compiled.</summary>
    public bool CallsItself { get; set; }

    /// <summary>Whether it calls itself, directly or through others, or one that it calls does.</summary>
    public bool IsRecursive { get; private set; }

    /// <summary>How deeply partials are nested in it, itself included.</summary>
    public int Depth { get; private set; } = 1;

    /// <summary>The partials that it calls, each once; known of those with a scope of their own.</summary>
    public IReadOnlyList<Partial> Calls => (IReadOnlyList<Partial>?)_calls ?? [];

    public IReadOnlyList<LiquidRawUse> RawUses => (IReadOnlyList<LiquidRawUse>?)_rawUses ?? [];

    /// <summary>Whether it is worth trying to put its nodes in place of a call.</summary>
    public bool CanInline { get => field && IsComplete && !IsRecursive; set; } = true;

    /// <summary>Whether it can be called from a place: where in the HTML, in which scope, and what leaving a loop leads to.</summary>
    public bool Fits(SymbolTable? shared, in HtmlState place, in HtmlState? exitThere) =>
        (shared is null ? isIsolated : ReferenceEquals(symbols, shared)) && start == place && exit == exitThere;

    public void AddCall(Partial called)
    {
        if (_calls?.Contains(called) == true) return;
        if (isIsolated) (_calls ??= []).Add(called);
        Depth = Math.Max(Depth, called.Depth + 1);
        IsRecursive |= !called.IsComplete || called.IsRecursive;
    }

    public void AddRawUse(LiquidRawUse use) => (_rawUses ??= []).Add(use);

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
