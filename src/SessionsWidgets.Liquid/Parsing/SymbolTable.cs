namespace SessionsWidgets.Liquid;

/// <summary>The names that one isolated scope mentions, each with its slots. Grows while the scope is compiled, read-only afterwards.</summary>
internal sealed class SymbolTable
{
    /// <summary>Up to so many names looking through them is as fast as a dictionary, which takes more memory.</summary>
    private const int MostListed = 24;

    public static readonly SymbolTable None = new();

    private readonly List<Symbol> _symbols = [];
    private Dictionary<string, Symbol>? _byName;
    private HashSet<string>? _continuedLoops;
    private int _hidden;
    private bool _isOpen;

    /// <summary>How many names there are, hidden ones included.</summary>
    public int Count => Named + _hidden;

    /// <summary>How many names the scope mentions; the hidden ones come after them.</summary>
    public int Named => _symbols.Count;

    /// <summary>Whether the scope reads names that are known only at render time.</summary>
    public bool ReadsByName { get; set; }

    /// <summary>The symbol of <c>forloop</c>, when the scope reads it.</summary>
    public Symbol? ForLoop { get; private set; }

    /// <summary>The names that the template mentions.</summary>
    public IReadOnlyList<Symbol> All => _symbols;

    public Symbol? Find(ReadOnlySpan<char> name)
    {
        if (_byName is not null) return _byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known) ? known : null;
        foreach (var symbol in _symbols)
        {
            if (name.SequenceEqual(symbol.Name)) return symbol;
        }

        return null;
    }

    /// <summary>The symbol of a name that is read.</summary>
    public Symbol Read(ReadOnlySpan<char> name, NameTable names)
    {
        if (Find(name) is { } known) return known;
        var symbol = new Symbol(names.Intern(name), Named) { IsBound = _isOpen };
        _symbols.Add(symbol);
        if (_byName is not null) _byName.Add(symbol.Name, symbol);
        else if (Named > MostListed) _byName = _symbols.ToDictionary(static listed => listed.Name, StringComparer.Ordinal);
        if (symbol.Name != "forloop") return symbol;
        symbol.IsBound = true;
        return ForLoop = symbol;
    }

    /// <summary>The symbol of a name that the scope gives a value to.</summary>
    public Symbol Bind(ReadOnlySpan<char> name, NameTable names)
    {
        var symbol = Read(name, names);
        symbol.IsBound = true;
        return symbol;
    }

    /// <summary>Any name may get a value: the scope is joined by name to a partial that is not known yet, or is that of one.</summary>
    public void Open()
    {
        _isOpen = true;
        foreach (var symbol in _symbols) symbol.IsBound = true;
    }

    /// <summary>A loop of the scope goes on where the last one of that name ended.</summary>
    public void ContinueLoop(string name) => (_continuedLoops ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);

    /// <summary>Whether a loop may be continued; the others need not remember where they ended. Known once all is compiled.</summary>
    public bool IsContinued(string loop) => _isOpen || _continuedLoops?.Contains(loop) == true;

    /// <summary>Makes room for the names of a partial that may be inlined. One room serves all: no two of them run at once.</summary>
    public void ReserveHidden(int count) => _hidden = Math.Max(_hidden, count);
}

/// <summary>One name of a scope.</summary>
internal sealed class Symbol(string name, int index)
{
    private MemberCache _cache;

    public string Name { get; } = name;

    public int Index { get; } = index;

    /// <summary>Whether the scope assigns to it.</summary>
    public bool IsAssigned { get; set; }

    /// <summary>Whether it can have another value in the scope than the root's member of this name.</summary>
    public bool IsBound { get; set; }

    /// <summary>The name as an expression, for places that need no position of their own.</summary>
    public VariableExpression Expression => field ??= new VariableExpression(this, 0);

    /// <summary>The first of its slots in a frame.</summary>
    public readonly int Slot = index * Frame.SlotsPerSymbol;

    /// <summary>A name that no template can write, since it begins with a space: one that an inlined partial assigns.</summary>
    public static Symbol Hidden(string name, int index) => new($" {name}", index) { IsAssigned = true, IsBound = true };

    /// <summary>The accessor of the member of this name for the shape of a root, when the last root had it too.</summary>
    public MemberAccessor? RootAccessor(ValueShape? shape) => _cache.Known(shape);

    public void Root(in LiquidValue root, out LiquidValue value) => _cache.TryGet(root, Name, out value);
}
