namespace SessionsWidgets.Liquid;

/// <summary>The names that one isolated scope mentions, each with its slots. Grows while the scope is compiled, read-only afterwards.</summary>
internal sealed class SymbolTable
{
    public static readonly SymbolTable None = new();

    private readonly Dictionary<string, Symbol> _symbols = new(StringComparer.Ordinal);

    public int Count => _symbols.Count;

    /// <summary>The symbol of <c>forloop</c>, when the scope reads it.</summary>
    public Symbol? ForLoop { get; private set; }

    public IEnumerable<Symbol> All => _symbols.Values;

    public Symbol? Find(string name) => _symbols.GetValueOrDefault(name);

    public Symbol? Find(ReadOnlySpan<char> name) =>
        _symbols.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var symbol) ? symbol : null;

    public Symbol GetOrAdd(ReadOnlySpan<char> name)
    {
        var lookup = _symbols.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(name, out var known)) return known;
        var symbol = new Symbol(name.ToString(), _symbols.Count);
        _symbols.Add(symbol.Name, symbol);
        if (symbol.Name == "forloop") ForLoop = symbol;
        return symbol;
    }
}

/// <summary>One name of a scope.</summary>
internal sealed class Symbol(string name, int index)
{
    private MemberCache _cache;

    public string Name { get; } = name;

    public int Index { get; } = index;

    /// <summary>The first of its slots in a frame.</summary>
    public readonly int Slot = index * Frame.SlotsPerSymbol;

    /// <summary>The accessor of the member of this name for the shape of a root, when the last root had it too.</summary>
    public MemberAccessor? RootAccessor(ValueShape? shape) => _cache.Known(shape);

    public void Root(in LiquidValue root, out LiquidValue value) => _cache.TryGet(root, Name, out value);
}
