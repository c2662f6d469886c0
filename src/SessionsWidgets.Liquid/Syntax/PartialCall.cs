namespace SessionsWidgets.Liquid;

/// <summary>The head of a tag that calls a partial: <c>name with value as alias, argument: value</c>.</summary>
internal sealed class PartialCall
{
    /// <summary>The name when it stands in the template.</summary>
    public string? Name { get; private init; }

    /// <summary>What gives the name when it is known only at render time.</summary>
    public Expression? NameAtRender { get; private init; }

    public Expression? Value { get; private init; }

    public bool IsForEach { get; private init; }

    public string? Alias { get; private init; }

    public required (string Name, Expression Value)[] Arguments { get; init; }

    public int Position { get; private init; }

    public static PartialCall Parse(TemplateParser parser, in Markup tag)
    {
        var expressions = parser.Expressions(tag);
        var position = expressions.Current.Start;
        var name = expressions.Is(TokenKind.Text) ? parser.Intern(expressions.Text(expressions.Take())[1..^1]) : null;
        var nameAtRender = name is null ? expressions.Value() : null;
        var forEach = expressions.IsName("for") && !expressions.IsFollowedBy(TokenKind.Colon);
        Expression? value = null;
        if (forEach || (expressions.IsName("with") && !expressions.IsFollowedBy(TokenKind.Colon)))
        {
            expressions.Take();
            value = expressions.Value();
        }

        string? alias = null;
        if (expressions.IsName("as") && !expressions.IsFollowedBy(TokenKind.Colon))
        {
            expressions.Take();
            alias = parser.Intern(expressions.Text(expressions.Expect(TokenKind.Name, "a name after 'as'")));
        }

        return new PartialCall
        {
            Name = name,
            NameAtRender = nameAtRender,
            Value = value,
            IsForEach = forEach,
            Alias = alias,
            Arguments = CallArguments.Parse(parser, ref expressions),
            Position = position,
        };
    }

    /// <summary>The same in the scope of a caller.</summary>
    public PartialCall Inline(Inliner inliner) => new()
    {
        Name = Name,
        NameAtRender = NameAtRender,
        Value = Value?.Inline(inliner),
        IsForEach = IsForEach,
        Alias = Alias,
        Arguments = Array.ConvertAll(Arguments, argument => (argument.Name, argument.Value.Inline(inliner))),
        Position = inliner.At(Position),
    };

    /// <summary>The name that the value has in the partial.</summary>
    public static string LastPart(string name) => name[(name.LastIndexOf('/') + 1)..];
}
