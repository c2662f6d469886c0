namespace SessionsWidgets.Liquid;

/// <summary><c>for item in list reversed limit: n offset: n … else … endfor</c></summary>
internal sealed class ForTag : Tag
{
    private readonly SymbolTable _symbols;
    private readonly int _position;
    private readonly Symbol _variable;
    private readonly string _name;
    private readonly Expression _list;
    private readonly Block _body;
    private readonly Block? _otherwise;
    private readonly LoopOptions _options;

    private ForTag(SymbolTable symbols, ForHead head, Block body, Block? otherwise, int position)
    {
        _symbols = symbols;
        _variable = head.Variable;
        _name = head.Name;
        _list = head.List;
        _options = head.Options;
        _body = body;
        _otherwise = otherwise;
        _position = position;
        IsBlank = body.IsBlank && otherwise is null or { IsBlank: true };
        if (!IsBlank) return;
        body.DropText();
        otherwise?.DropText();
    }

    public override bool IsBlank { get; }

    public static Node Parse(TemplateParser parser, in Markup tag)
    {
        var head = ForHead.Parse(parser, tag);
        var start = parser.Html;
        parser.EnterLoop();
        var body = parser.Body(["else", "endfor"], tag, out var end);
        parser.LeaveLoop();
        parser.RequireSame(start, "The body of the loop", tag.Start);
        Block? otherwise = null;
        if (end.Kind == MarkupKind.Tag && parser.Name(end).SequenceEqual("else"))
        {
            var afterBody = parser.Html;
            parser.Html = start;
            otherwise = parser.Body(["endfor"], tag, out _);
            parser.RequireSame(start, "The 'else' of the loop", tag.Start);
            parser.Html = parser.Html.Join(afterBody);
        }

        var node = new ForTag(parser.Symbols, head, body, otherwise, tag.Start);
        if (node.IsBlank) parser.Html = start;
        return node;
    }

    public override void Render(LiquidRenderContext context)
    {
        context.Position = _position;
        var offset = _options.Offset(_name, context);
        var limit = _options.Limit(context);
        var items = LoopItems.Of(_list.Evaluate(context), offset, limit, _options.Reversed, context);
        if (_symbols.IsContinued(_name)) context.SetOffset(_name, offset + items.Count);
        if (items.Count == 0) _otherwise?.Render(context);
        else Run(context, items);
    }

    private void Run(LiquidRenderContext context, in LoopItems items)
    {
        var loop = context.PushLoop(_name, items.Count);
        var outer = context.Local(_variable);
        var loopSymbol = _symbols.ForLoop;
        var outerLoop = loopSymbol is null ? default : context.Local(loopSymbol);
        if (loopSymbol is not null) context.Local(loopSymbol) = new LiquidValue(LoopShape.ForLoop, loop, 0);

        for (var i = 0; i < items.Count; i++)
        {
            context.ChargeIteration();
            loop.Index = i;
            items.Get(i, out context.Local(_variable));
            _body.Render(context);
            if (context.Interrupt == Interrupt.None) continue;
            var stop = context.Interrupt == Interrupt.Break;
            context.Interrupt = Interrupt.None;
            if (stop) break;
        }

        context.Local(_variable) = outer;
        if (loopSymbol is not null) context.Local(loopSymbol) = outerLoop;
        context.PopLoop();
    }
}

/// <summary>What stands in the opening tag of a loop.</summary>
internal sealed record ForHead(Symbol Variable, string Name, Expression List, LoopOptions Options)
{
    public static ForHead Parse(TemplateParser parser, in Markup tag)
    {
        var expressions = parser.Expressions(tag);
        var variable = expressions.Expect(TokenKind.Name, "the name of the loop's variable");
        if (!expressions.TryTakeName("in")) throw expressions.Unexpected("'in'");
        var start = expressions.Current.Start;
        var list = expressions.Value();
        var text = parser.Source.Text.AsSpan(start, expressions.Current.Start - start).TrimEnd(Characters.WhiteSpaceText);
        var name = parser.Intern($"{expressions.Text(variable)}-{WithoutSpace(text)}");
        var options = new LoopOptions { Reversed = expressions.TryTakeName("reversed") };
        while (!expressions.AtEnd)
        {
            expressions.TryTake(TokenKind.Comma);
            var isLimit = expressions.TryTakeName("limit");
            if (!isLimit && !expressions.TryTakeName("offset")) throw expressions.Unexpected("'limit:' or 'offset:'");
            expressions.Expect(TokenKind.Colon, "':'");
            options = options.With(isLimit, ref expressions);
        }

        if (options.IsContinue) parser.Symbols.ContinueLoop(name);
        return new ForHead(parser.Bind(expressions.Text(variable)), name, list, options);
    }

    private static string WithoutSpace(ReadOnlySpan<char> text) =>
        text.IndexOfAny(Characters.WhiteSpace) < 0
            ? text.ToString()
            : string.Concat(text.ToString().Where(static c => !Characters.IsWhiteSpace(c)));
}
