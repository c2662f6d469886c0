namespace SessionsWidgets.Liquid;

/// <summary>The names that one isolated scope mentions, each with its slots. Grows while the scope is compiled, read-only afterwards.</summary>
internal sealed class SymbolTable
{
    public static readonly SymbolTable None = new();

    private readonly Dictionary<string, Symbol> _symbols = new(StringComparer.Ordinal);

    private int _hidden;
    private bool _isOpen;

    /// <summary>How many names there are, hidden ones included.</summary>
    public int Count => Named + _hidden;

    /// <summary>How many names the scope mentions; the hidden ones come after them.</summary>
    public int Named { get; private set; }

    /// <summary>Whether the scope reads names that are known only at render time.</summary>
    public bool ReadsByName { get; set; }

    /// <summary>The symbol of <c>forloop</c>, when the scope reads it.</summary>
    public Symbol? ForLoop { get; private set; }

    /// <summary>The names that the template mentions.</summary>
    public IEnumerable<Symbol> All => _symbols.Values;

    public Symbol? Find(string name) => _symbols.GetValueOrDefault(name);

    public Symbol? Find(ReadOnlySpan<char> name) =>
        _symbols.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var symbol) ? symbol : null;

    /// <summary>The symbol of a name that is read.</summary>
    public Symbol Read(ReadOnlySpan<char> name)
    {
        var lookup = _symbols.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(name, out var known)) return known;
        var symbol = new Symbol(name.ToString(), Named++) { IsBound = _isOpen };
        _symbols.Add(symbol.Name, symbol);
        if (symbol.Name != "forloop") return symbol;
        symbol.IsBound = true;
        return ForLoop = symbol;
    }

    /// <summary>The symbol of a name that the scope gives a value to.</summary>
    public Symbol Bind(ReadOnlySpan<char> name)
    {
        var symbol = Read(name);
        symbol.IsBound = true;
        return symbol;
    }

    /// <summary>Any name may get a value: the scope is joined by name to a partial that is not known yet, or is that of one.</summary>
    public void Open()
    {
        _isOpen = true;
        foreach (var symbol in _symbols.Values) symbol.IsBound = true;
    }

    /// <summary>Makes room for the names of a partial that may be inlined. One room serves all: no two of them run at once.</summary>
    public void ReserveHidden(int count) => _hidden = Math.Max(_hidden, count);
}

/// <summary>One name of a scope.</summary>
internal sealed class Symbol(string name, int index)
{
    private MemberCache _cache;

    /// <summary>A name that no template can write, since it begins with a space: one that an inlined partial assigns.</summary>
    public static Symbol Hidden(string name, int index) => new($" {name}", index) { IsAssigned = true, IsBound = true };

    public string Name { get; } = name;

    public int Index { get; } = index;

    /// <summary>Whether the scope assigns to it.</summary>
    public bool IsAssigned { get; set; }

    /// <summary>Whether it can have another value in the scope than the root's member of this name.</summary>
    public bool IsBound { get; set; }

    /// <summary>The first of its slots in a frame.</summary>
    public readonly int Slot = index * Frame.SlotsPerSymbol;

    /// <summary>The accessor of the member of this name for the shape of a root, when the last root had it too.</summary>
    public MemberAccessor? RootAccessor(ValueShape? shape) => _cache.Known(shape);

    public void Root(in LiquidValue root, out LiquidValue value) => _cache.TryGet(root, Name, out value);
}
