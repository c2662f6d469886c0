namespace SessionsWidgets.Liquid;

/// <summary>Why rendering of a block stopped before its end.</summary>
internal enum Interrupt
{
    None,
    Break,
    Continue,
}

/// <summary>
/// One isolated scope: the template itself or a rendered partial. Every name that its source mentions has three slots:
/// what a loop or an include bound it to (or the root's value, when nothing in the scope binds it), what was assigned, and
/// a counter. Binding saves and restores the slot, which gives Liquid's dynamic scopes without a search by name.
/// </summary>
internal sealed class Frame
{
    public const int SlotsPerSymbol = 3;

    public SymbolTable Symbols = SymbolTable.None;
    public SourceText Source = SourceText.None;
    public LiquidValue Root;
    public int Base;
    public int End;
    public int LoopBase;

    /// <summary>Continue positions of loops by name; made only when a loop of the scope uses them.</summary>
    public Dictionary<string, int>? Offsets;

    /// <summary>Positions of cycles by group; made only when the scope has cycles.</summary>
    public Dictionary<string, int>? Cycles;

    /// <summary>What the last <c>ifchanged</c> wrote.</summary>
    public LiquidValue LastChanged;

    /// <summary>Names that a partial assigned and that this scope's own source does not mention.</summary>
    public Dictionary<string, LiquidValue>? Extra;

    /// <summary>Lets go of what the render put here; the frame is used again.</summary>
    public void Release()
    {
        Root = default;
        LastChanged = default;
        Offsets?.Clear();
        Cycles?.Clear();
        Extra = null;
    }
}

/// <content>Scopes, loops and captures.</content>
public sealed partial class LiquidRenderContext
{
    private const int SymbolsPerStep = 16;
    private const int MostSlotsKept = 16 * 1024;

    private readonly List<Frame> _frames = [];
    private readonly List<LoopState> _loops = [];
    private readonly Stack<Utf8Output> _spareOutputs = new();
    private LiquidValue[] _slots = new LiquidValue[128];
    private LiquidValue[] _arguments = new LiquidValue[16];
    private int _argumentsUsed;
    private int _base;
    private int _frameCount;
    private int _loopCount;
    private int _partialDepth;

    internal Frame Frame { get; private set; } = new();

    internal Interrupt Interrupt;

    /// <summary>Where in the source of the frame the render is, for errors.</summary>
    internal int Position { get; set; }

    internal LiquidValue[] Arguments(int count)
    {
        _argumentsUsed = Math.Max(_argumentsUsed, count);
        if (_arguments.Length < count) _arguments = new LiquidValue[count * 2];
        return _arguments;
    }

    internal ref LiquidValue Local(Symbol symbol) => ref _slots[_base + symbol.Slot];

    internal ref LiquidValue Assigned(Symbol symbol) => ref _slots[_base + symbol.Slot + 1];

    internal ref LiquidValue Counter(Symbol symbol) => ref _slots[_base + symbol.Slot + 2];

    internal LiquidValue Lookup(Symbol symbol)
    {
        Lookup(symbol, out var value);
        return value;
    }

    internal void Lookup(Symbol symbol, out LiquidValue value)
    {
        var slots = _slots;
        var at = _base + symbol.Slot;
        if (slots[at].Shape is not null) value = slots[at];
        else if (slots[at + 1].Shape is not null) value = slots[at + 1];
        else if (slots[at + 2].Shape is not null) value = slots[at + 2];
        else LookupInRoot(symbol, out value);
    }

    /// <summary>A name that nothing else can be bound to takes the root's value for the rest of the frame's life.</summary>
    private void LookupInRoot(Symbol symbol, out LiquidValue value)
    {
        symbol.Root(Frame.Root, out value);
        if (!symbol.IsBound) Local(symbol) = value;
    }

    /// <summary>The slot of what a name is bound or assigned to; an undefined one when it is neither.</summary>
    internal ref LiquidValue Bound(Symbol symbol)
    {
        var slots = _slots;
        var at = _base + symbol.Slot;
        return ref slots[slots[at].Shape is null ? at + 1 : at];
    }

    /// <summary>A name that is known only now.</summary>
    internal LiquidValue Lookup(string name)
    {
        if (Frame.Symbols.Find(name) is { } symbol) return Lookup(symbol);
        if (Frame.Extra is { } extra && extra.TryGetValue(name, out var known)) return known;
        return Frame.Root.Kind == ValueKind.Map && Frame.Root.MapShape.TryGet(Frame.Root, name, out var value) ? value : default;
    }

    /// <summary>Makes room for the frame that will be pushed next.</summary>
    internal void ReserveFrame(SymbolTable symbols)
    {
        var end = Frame.End + (symbols.Count * Frame.SlotsPerSymbol);
        if (_slots.Length < end) Array.Resize(ref _slots, Math.Max(end, _slots.Length * 2));
    }

    /// <summary>The slot of what is assigned to a name in the frame that will be pushed next.</summary>
    internal ref LiquidValue NextAssigned(Symbol symbol) => ref _slots[Frame.End + symbol.Slot + 1];

    internal void PushFrame(SymbolTable symbols, SourceText source, in LiquidValue root)
    {
        PushFrame(symbols, source);
        Frame.Root = root;
    }

    internal void PushFrame(SymbolTable symbols, SourceText source)
    {
        if (_frameCount == _frames.Count) _frames.Add(new Frame());
        var start = _frameCount == 0 ? 0 : Frame.End;
        var frame = _frames[_frameCount++];
        frame.Symbols = symbols;
        frame.Source = source;
        frame.Base = start;
        frame.End = start + (symbols.Count * Frame.SlotsPerSymbol);
        frame.LoopBase = _loopCount;
        if (_slots.Length < frame.End) Array.Resize(ref _slots, Math.Max(frame.End, _slots.Length * 2));
        _base = start;
        Frame = frame;
        Position = 0;

        // The slots are cleared when the frame ends.
        Steps(symbols.Count / SymbolsPerStep);
    }

    internal void PopFrame()
    {
        _slots.AsSpan(Frame.Base, Frame.End - Frame.Base).Clear();
        Frame.Release();
        _frameCount--;
        Frame = _frames[Math.Max(0, _frameCount - 1)];
        _base = Frame.Base;
    }

    internal void EnterPartial()
    {
        if (++_partialDepth > _limits.PartialDepth) throw Limit($"Partials are nested deeper than {_limits.PartialDepth}.");

        // What is sufficient is sufficient for two partials, since blocks that are nested deeply look at the stack themselves.
        if ((_partialDepth & 1) == 0) System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    /// <summary>Ends a partial; the render is again where it was called, so that errors do not show a place of the partial in its caller.</summary>
    internal void LeavePartial(int position)
    {
        _partialDepth--;
        Position = position;
    }

    /// <param name="name">What the loop shows as its name.</param>
    /// <param name="length">How many iterations it makes.</param>
    /// <param name="isTableRow">Whether it makes a table.</param>
    /// <param name="isIsolated">Whether only a partial sees it, which sees none of the loops around the call.</param>
    internal LoopState PushLoop(string name, int length, bool isTableRow = false, bool isIsolated = false)
    {
        if (_loopCount == _loops.Count) _loops.Add(new LoopState());
        var outer = !isIsolated && _loopCount > Frame.LoopBase ? _loops[_loopCount - 1] : null;
        var loop = _loops[_loopCount];
        // The rows of a table are nobody's parent.
        loop.Begin(name, length, isTableRow, outer is { IsTableRow: true } ? outer.Parent : outer);
        _loopCount++;
        return loop;
    }

    internal void PopLoop() => _loopCount--;

    /// <summary>Sends output into a buffer until <see cref="EndCapture"/>; a render that fails ends there, and nothing of it is used again.</summary>
    internal Utf8Output BeginCapture()
    {
        var outer = Output;
        var capture = _spareOutputs.TryPop(out var spare) ? spare : new Utf8Output();
        capture.Begin((int)Math.Min(int.MaxValue, Math.Max(0, _limits.AllocatedBytes - _allocated)));
        Output = capture;
        return outer;
    }

    internal LiquidValue EndCapture(Utf8Output outer, bool html)
    {
        var captured = Output.Captured;
        Charge(captured.Length);
        Texts.Begin();
        captured.CopyTo(Texts.Room(captured.Length));
        Texts.Advance(captured.Length);
        Output.Release();
        _spareOutputs.Push(Output);
        Output = outer;
        return Texts.Take(html);
    }

    private void ResetScopes()
    {
        while (_frameCount > 0) PopFrame();
        if (_slots.Length > MostSlotsKept) _slots = new LiquidValue[128];
        _arguments.AsSpan(0, _argumentsUsed).Clear();
        _argumentsUsed = 0;
        _loopCount = 0;
        _partialDepth = 0;
    }
}
