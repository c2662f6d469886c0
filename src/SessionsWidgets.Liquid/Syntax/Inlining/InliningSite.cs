namespace SessionsWidgets.Liquid;

/// <summary>Where a partial may be put in place of a call, worked out when the call is parsed; used when its block is first rendered.</summary>
internal readonly struct InliningSite
{
    private const int MaxSource = 8192;

    /// <summary>Room for hidden names is part of every frame of the caller.</summary>
    private const int MaxNames = 256;

    private readonly SymbolTable? _caller;
    private readonly InliningBudget? _budget;
    private readonly int _offset;

    private InliningSite(SymbolTable caller, int offset, int shift, InliningBudget budget)
    {
        _caller = caller;
        _offset = offset;
        Shift = shift;
        _budget = budget;
    }

    /// <summary>Whether the partial has to be called.</summary>
    public bool IsNone => _caller is null;

    /// <summary>How far the caller's source shifts the positions of the partial.</summary>
    public int Shift { get; }

    /// <summary>The number of the first of the caller's hidden names, which come after all that it mentions.</summary>
    public int FirstHidden => _caller!.Named + _offset;

    /// <summary>The site of a call.</summary>
    public static InliningSite For(TemplateParser caller, Partial partial, PartialCall call)
    {
        if (caller.Compilation.Options.StrictVariables || call.Value is not null || !partial.CanInline) return default;
        if (partial.Source.Extent > MaxSource || partial.Symbols.Count > MaxNames || !Inliner.NeverFail(call.Arguments)) return default;

        // Where one is nested too deeply, the call says so.
        if (partial.Depth > caller.Limits.PartialDepth) return default;
        caller.Symbols.ReserveHidden(partial.Symbols.Count);
        return new InliningSite(caller.Symbols, 0, caller.Source.Adopt(partial.Source), caller.Compilation.Inlining);
    }

    /// <summary>Whether one more partial may be put in place.</summary>
    public bool TakeBudget(SourceText source) => _budget!.Take(source.Text.Length);

    /// <summary>The site of a call within the partial that is put in place here.</summary>
    public InliningSite Nest(int offset, int shift) => new(_caller!, _offset + offset, Shift + shift, _budget!);
}

/// <summary>How many characters of partials may be inlined into one template: copies must not make it many times as large as its source.</summary>
internal sealed class InliningBudget
{
    private const int Most = 128 * 1024;

    private int _taken;

    public bool Take(int length) => Volatile.Read(ref _taken) < Most && Interlocked.Add(ref _taken, length) <= Most;
}
