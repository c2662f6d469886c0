using System.Globalization;

namespace SessionsWidgets.Liquid;

/// <summary>Parses the markup of one tag or output: values, filters, conditions and arguments.</summary>
internal ref struct ExpressionParser
{
    public const int MaxArguments = 64;

    private const string TheEnd = "the end";

    private readonly TemplateParser _template;
    private ExpressionLexer _lexer;
    private Token _last;
    private int _depth;

    public ExpressionParser(TemplateParser template, int start, int end)
    {
        _template = template;
        _lexer = new ExpressionLexer(template.Source.Text, start, end);
    }

    public readonly Token Current => _lexer.Current;

    public readonly bool AtEnd => _lexer.Current.Kind == TokenKind.End;

    public readonly ReadOnlySpan<char> Text(Token token) => _lexer.Text(token);

    public readonly bool Is(TokenKind kind) => _lexer.Current.Kind == kind;

    public readonly bool IsName(string name) =>
        Is(TokenKind.Name) && _lexer.Text(_lexer.Current).SequenceEqual(name);

    public readonly bool IsFollowedBy(TokenKind kind) => _lexer.IsFollowedBy(kind);

    public Token Take() => _last = _lexer.Take();

    public bool TryTake(TokenKind kind)
    {
        if (!Is(kind)) return false;
        Take();
        return true;
    }

    public bool TryTakeName(string name)
    {
        if (!IsName(name)) return false;
        Take();
        return true;
    }

    public Token Expect(TokenKind kind, string what)
    {
        if (!Is(kind)) throw Unexpected(what);
        return Take();
    }

    public void ExpectEnd()
    {
        if (!AtEnd) throw Unexpected(TheEnd);
    }

    public readonly LiquidException Unexpected(string what)
    {
        var text = _lexer.Text(_lexer.Current);
        var found = AtEnd ? "nothing" : $"'{Shorten(text)}'";
        return _template.Error($"Expected {what}, found {found}.{SyntaxHint.For(text, _lexer.Text(_last), isAfterValue: what == TheEnd)}", _lexer.Current.Start);
    }

    /// <summary>A value with its filters, up to the end of the markup.</summary>
    public Expression Filtered()
    {
        if (AtEnd) return LiteralExpression.Nil;
        var source = Value();
        var result = Filters(source);
        ExpectEnd();
        return result;
    }

    public Expression Filters(Expression source)
    {
        if (!Is(TokenKind.Pipe)) return source;
        var calls = _template.Scratch.Filters;
        while (TryTake(TokenKind.Pipe))
        {
            var name = Expect(TokenKind.Name, "the name of a filter");
            var (arguments, names) = TryTake(TokenKind.Colon) ? Arguments() : ([], []);
            if (_template.ResolveFilter(_lexer.Text(name), arguments, names, name.Start) is { } call) calls.Add(call);
        }

        return calls.Count == 0 ? source : new FilteredExpression(source, calls.TakeFrom(0));
    }

    /// <summary>Arguments up to the next filter or the end: positional ones first, then the named ones.</summary>
    public (Expression[] Arguments, string[] Names) Arguments()
    {
        var (positional, named) = (_template.Scratch.Positional, _template.Scratch.Named);
        do
        {
            if (positional.Count + named.Count >= MaxArguments)
                throw _template.Error(LiquidErrorKind.Limit, $"There are more than {MaxArguments} arguments.", Current.Start);
            if (Is(TokenKind.Name) && IsFollowedBy(TokenKind.Colon))
            {
                var name = _template.Intern(_lexer.Text(Take()));
                Take();
                named.Add((name, Value()));
            }
            else
            {
                positional.Add(Value());
            }
        }
        while (TryTake(TokenKind.Comma));
        var names = named.Count == 0 ? [] : new string[named.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = named[i].Name;
            positional.Add(named[i].Value);
        }

        named.Clear();
        return (positional.TakeFrom(0), names);
    }

    /// <summary>A value that is compared: here, and nowhere else, <c>blank</c> and <c>empty</c> are more than the empty text.</summary>
    public Expression Operand()
    {
        var token = Current;
        var value = Value();
        if (!ReferenceEquals(value, LiteralExpression.EmptyText)) return value;
        return _lexer.Text(token) is "blank" ? LiteralExpression.Blank : LiteralExpression.Empty;
    }

    public Expression Value()
    {
        if (++_depth > _template.Limits.Nesting)
            throw _template.Error(LiquidErrorKind.Limit, $"Brackets are nested deeper than {_template.Limits.Nesting}.", Current.Start);
        try
        {
            return Primary();
        }
        finally
        {
            _depth--;
        }
    }

    private Expression Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Text:
                Take();
                return new LiteralExpression(_template.Intern(_lexer.Text(token)[1..^1]));
            case TokenKind.Integer or TokenKind.Float:
                Take();
                return Number(token);
            case TokenKind.Name:
                Take();
                return Path(Name(token));
            case TokenKind.OpenSquare:
                Take();
                var name = Value();
                Expect(TokenKind.CloseSquare, "']'");
                if (name is LiteralExpression { Value: { Kind: ValueKind.String } known })
                    return Path(_template.Variable(known.String, token.Start));
                _template.Symbols.ReadsByName = true;
                return Path(new NamedVariableExpression(name, token.Start));
            case TokenKind.OpenRound:
                Take();
                var start = Value();
                Expect(TokenKind.Range, "'..'");
                var end = Value();
                Expect(TokenKind.CloseRound, "')'");
                return new RangeExpression(start, end, token.Start);
            default:
                throw Unexpected("a value");
        }
    }

    private readonly LiteralExpression Number(Token token)
    {
        var text = _lexer.Text(token);
        if (token.Kind == TokenKind.Integer)
        {
            return BigNumbers.TryParse(text, out var whole)
                ? new LiteralExpression(whole)
                : throw _template.Error(LiquidErrorKind.Limit, $"A number has more than {BigNumbers.MaxDigits} digits.", token.Start);
        }

        return new LiteralExpression(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private readonly Expression Name(Token token)
    {
        var text = _lexer.Text(token);
        if (!Is(TokenKind.Dot) && !Is(TokenKind.OpenSquare))
        {
            switch (text)
            {
                case "nil" or "null": return LiteralExpression.Nil;
                case "true": return LiteralExpression.True;
                case "false": return LiteralExpression.False;
                case "blank" or "empty": return LiteralExpression.EmptyText;
            }
        }

        return _template.Variable(text, token.Start);
    }

    private Expression Path(Expression root)
    {
        if (!Is(TokenKind.Dot) && !Is(TokenKind.OpenSquare)) return root;
        var steps = _template.Scratch.Steps;
        var first = steps.Count;
        while (true)
        {
            if (steps.Count - first > _template.Limits.Nesting)
                throw _template.Error(LiquidErrorKind.Limit, $"A path has more than {_template.Limits.Nesting} members.", Current.Start);
            if (TryTake(TokenKind.Dot))
            {
                var name = Expect(TokenKind.Name, "a name after '.'");
                steps.Add(new MemberStep(_template.Intern(_lexer.Text(name)), isDot: true, name.Start));
            }
            else if (Is(TokenKind.OpenSquare))
            {
                var position = Take().Start;
                var index = Value();
                Expect(TokenKind.CloseSquare, "']'");
                steps.Add(index is LiteralExpression { Value: { Kind: ValueKind.String } known }
                    ? new MemberStep(known.String, isDot: false, position)
                    : new IndexStep(index, position));
            }
            else
            {
                return new PathExpression(root, steps.TakeFrom(first));
            }
        }
    }

    public Condition Condition()
    {
        var position = Current.Start;
        var first = Comparison(position);
        if (AtEnd) return first;
        var (parts, joins) = (_template.Scratch.Conditions, _template.Scratch.Joins);
        parts.Add(first);
        while (IsName("and") || IsName("or"))
        {
            joins.Add(IsName("and"));
            Take();
            parts.Add(Comparison(position));
        }

        ExpectEnd();
        return new JoinedCondition(parts.TakeFrom(0), JoinedCondition.Joins(joins));
    }

    /// <summary>One comparison, or one value whose truth is asked for.</summary>
    private Condition Comparison(int position)
    {
        var left = Operand();
        if (!Is(TokenKind.Comparison)) return left;
        var op = Operator(Take());
        var right = Operand();
        return op is ConditionOperator.Equal or ConditionOperator.NotEqual && right is LiteralExpression { Value: { Kind: ValueKind.Boolean } expected }
            ? new BooleanCondition(left, expected.IsTruthy, negate: op == ConditionOperator.NotEqual)
            : new ComparisonCondition(left, op, right, position);
    }

    private readonly ConditionOperator Operator(Token token) => _lexer.Text(token) switch
    {
        "==" => ConditionOperator.Equal,
        "!=" or "<>" => ConditionOperator.NotEqual,
        "<" => ConditionOperator.Less,
        "<=" => ConditionOperator.LessOrEqual,
        ">" => ConditionOperator.Greater,
        ">=" => ConditionOperator.GreaterOrEqual,
        _ => ConditionOperator.Contains,
    };

    private static string Shorten(ReadOnlySpan<char> text) => text.Length > 40 ? $"{text[..40]}…" : text.ToString();
}
