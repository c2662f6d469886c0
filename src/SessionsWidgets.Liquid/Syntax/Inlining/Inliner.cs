namespace SessionsWidgets.Liquid;

/// <summary>
/// Puts the nodes of a small partial in place of the <c>render</c> that calls it, which saves the call: a name that the
/// partial only reads becomes the caller's expression for it, a name that it assigns becomes a hidden one of the caller's
/// scope. What is known from the call decides conditions, and branches that cannot be reached are dropped.
/// </summary>
/// <remarks>
/// The caller's names cannot change while the partial runs, since nothing that an inlined partial may hold assigns to
/// them; so a value may be read where it is used instead of before the call. In strict mode nothing is inlined: errors of
/// unknown names belong to the call.
/// </remarks>
internal sealed class Inliner
{
    private const int MaxNodes = 64;
    private const int MaxText = 2048;
    private const int MaxMembers = 3;

    private readonly PartialCall _call;
    private readonly InliningSite _site;
    private readonly int _firstHidden;
    private readonly int _names;
    private readonly Expression?[] _values;
    private List<HiddenName>? _hidden;
    private List<Symbol>? _assigned;
    private int _nodes;
    private int _text;
    private bool _isRefused;

    private Inliner(Partial partial, PartialCall call, in InliningSite site)
    {
        _call = call;
        _site = site;
        _firstHidden = site.FirstHidden;
        _names = partial.Symbols.Named;
        _values = new Expression?[_names];
    }

    /// <summary>The nodes of a partial in the scope of its caller; null when it has to be called.</summary>
    public static List<Node>? TryInline(Partial partial, PartialCall call, in InliningSite site, int position)
    {
        if (!partial.CanInline || !site.TakeBudget(partial.Source)) return null;
        var inliner = new Inliner(partial, call, site);
        var nodes = new List<Node>();
        partial.Body.InlineInto(inliner, nodes);
        if (inliner._isRefused)
        {
            partial.CanInline = false;
            return null;
        }

        if (inliner._hidden is not null) nodes.Insert(0, new HiddenNames([.. inliner._hidden], position));
        return nodes;
    }

    /// <summary>
    /// Whether arguments have no errors of their own, such as those of a range: a call evaluates all of them, in their
    /// order, also those that the partial never reads.
    /// </summary>
    public static bool NeverFail((string Name, Expression Value)[] arguments) =>
        Array.TrueForAll(arguments, static argument => NeverFails(argument.Value));

    /// <summary>The partial holds what needs a scope of its own, or is too large to be worth it.</summary>
    public void Refuse() => _isRefused = true;

    /// <summary>Counts a node that is copied.</summary>
    /// <returns>Whether to go on.</returns>
    public bool Continue()
    {
        if (++_nodes > MaxNodes) Refuse();
        return !_isRefused;
    }

    /// <summary>Counts static text.</summary>
    public void TakeText(int length)
    {
        if ((_text += length) > MaxText) Refuse();
    }

    /// <summary>A position in the partial, as the caller's source knows it.</summary>
    public int At(int position) => position + _site.Shift;

    /// <summary>Where a call within the partial stands in the caller: its hidden names come after those of the partial.</summary>
    public InliningSite Nest(in InliningSite inner) => inner.IsNone ? inner : _site.Nest(_names, inner.Shift);

    /// <summary>Where a block begins: what it assigns is assigned for sure until it ends.</summary>
    public int EnterBlock() => _assigned?.Count ?? 0;

    public void LeaveBlock(int mark) => _assigned?.RemoveRange(mark, _assigned.Count - mark);

    /// <summary>What a name of the partial stands for in the caller's scope.</summary>
    public Expression Resolve(Symbol symbol)
    {
        var value = Find(symbol);
        if (symbol.IsAssigned && _assigned?.Contains(symbol) != true && value is VariableExpression { Symbol: var hidden })
            Begin(hidden, symbol);
        return value;
    }

    /// <summary>The hidden name that stands for one that the partial assigns.</summary>
    public Symbol ResolveAssigned(Symbol symbol)
    {
        (_assigned ??= []).Add(symbol);
        return ((VariableExpression)Find(symbol)).Symbol;
    }

    private Expression Find(Symbol symbol)
    {
        if (_values[symbol.Index] is { } known) return known;
        var value = Argument(symbol) ?? LiteralExpression.Nil;
        if (symbol.IsAssigned || !IsSimple(value))
        {
            var hidden = Symbol.Hidden(symbol.Name, _firstHidden + symbol.Index);
            if (!symbol.IsAssigned) Begin(hidden, symbol);
            value = hidden.Expression;
        }

        return _values[symbol.Index] = value;
    }

    /// <summary>The name is read before anything is assigned to it for sure, so it needs a first value.</summary>
    private void Begin(Symbol hidden, Symbol symbol)
    {
        _hidden ??= [];
        if (!_hidden.Exists(name => name.Symbol == hidden)) _hidden.Add(new HiddenName(hidden, Argument(symbol)));
    }

    /// <summary>What the call gives for a name; the last one counts when it gives several.</summary>
    private Expression? Argument(Symbol symbol)
    {
        for (var i = _call.Arguments.Length - 1; i >= 0; i--)
        {
            if (_call.Arguments[i].Name == symbol.Name) return _call.Arguments[i].Value;
        }

        return null;
    }

    private static bool NeverFails(Expression argument) => argument switch
    {
        LiteralExpression or VariableExpression => true,
        PathExpression { Root: var root, Steps: var steps } => NeverFails(root) && Array.TrueForAll(steps, NeverFails),
        _ => false,
    };

    private static bool NeverFails(PathStep step) => step is not IndexStep { Index: var index } || NeverFails(index);

    /// <summary>Cheap enough to be read at every use.</summary>
    private static bool IsSimple(Expression argument) => argument switch
    {
        LiteralExpression or VariableExpression => true,
        PathExpression { Root: VariableExpression, Steps: var steps } => steps.Length <= MaxMembers && Array.TrueForAll(steps, static step => step is MemberStep),
        _ => false,
    };
}
