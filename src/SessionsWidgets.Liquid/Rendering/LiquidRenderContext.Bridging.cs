namespace SessionsWidgets.Liquid;

/// <content>Partials whose names are known only at render time: their scope is joined to that of the caller by name.</content>
public sealed partial class LiquidRenderContext
{
    /// <summary>Before the name of a counter among the values that a scope keeps for others; no variable has such a name.</summary>
    internal const char CounterMark = '+';

    internal int GetOffset(string name) =>
        Frame.Offsets is { } offsets && offsets.TryGetValue(name, out var offset) ? offset : 0;

    internal void SetOffset(string name, long offset) =>
        (Frame.Offsets ??= new Dictionary<string, int>(StringComparer.Ordinal))[name] = (int)Math.Min(offset, int.MaxValue);

    /// <summary>A frame for a partial that starts with what its caller knows.</summary>
    internal Frame PushBridgedFrame(Partial partial)
    {
        var caller = Frame;
        var extra = new Dictionary<string, LiquidValue>(StringComparer.Ordinal);
        var slots = new (LiquidValue Local, LiquidValue Assigned, LiquidValue Counter)[partial.Symbols.Count];
        foreach (var symbol in caller.Symbols.All)
        {
            if (partial.Symbols.Find(symbol.Name) is { } known)
            {
                slots[known.Index] = (Local(symbol), Assigned(symbol), Counter(symbol));
                continue;
            }

            if (!Counter(symbol).IsUndefined) extra[$"{CounterMark}{symbol.Name}"] = Counter(symbol);
            if (!Local(symbol).IsUndefined || !Assigned(symbol).IsUndefined)
                extra[symbol.Name] = Local(symbol).IsUndefined ? Assigned(symbol) : Local(symbol);
        }

        if (caller.Extra is { } outer)
        {
            foreach (var (name, value) in outer)
            {
                var isCounter = name.StartsWith(CounterMark);
                if (partial.Symbols.Find(isCounter ? name[1..] : name) is not { } known) extra[name] = value;
                else if (isCounter) slots[known.Index].Counter = value;
                else slots[known.Index].Assigned = value;
            }
        }

        PushFrame(partial.Symbols, partial.Source, caller.Root);
        Frame.Extra = extra;
        Frame.LoopBase = caller.LoopBase;
        Frame.LastChanged = caller.LastChanged;
        Frame.Cycles = caller.Cycles ??= new Dictionary<string, int>(StringComparer.Ordinal);
        Frame.Offsets = caller.Offsets ??= new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var symbol in partial.Symbols.All)
            (Local(symbol), Assigned(symbol), Counter(symbol)) = slots[symbol.Index];
        return caller;
    }

    /// <summary>Ends such a frame; what it assigned and counted goes to the caller.</summary>
    internal void PopBridgedFrame(Frame caller)
    {
        var names = Frame.Symbols.All.Select(symbol => (symbol.Name, Assigned(symbol), Counter(symbol))).ToList();
        caller.LastChanged = Frame.LastChanged;
        Frame.Cycles = Frame.Offsets = null;
        PopFrame();
        foreach (var (name, assigned, counter) in names)
        {
            if (caller.Symbols.Find(name) is { } symbol)
            {
                Assigned(symbol) = assigned;
                Counter(symbol) = counter;
            }
            else
            {
                var outer = caller.Extra ??= new Dictionary<string, LiquidValue>(StringComparer.Ordinal);
                if (!assigned.IsUndefined) outer[name] = assigned;
                if (!counter.IsUndefined) outer[$"{CounterMark}{name}"] = counter;
            }
        }
    }

    internal void BindLocal(string name, in LiquidValue value)
    {
        if (Frame.Symbols.Find(name) is { } symbol) Local(symbol) = value.IsUndefined ? LiquidValue.Nil : value;
        else Frame.Extra![name] = value;
    }
}
