namespace SessionsWidgets.Liquid;

/// <summary><c>tablerow item in list cols: n limit: n offset: n … endtablerow</c></summary>
internal sealed class TableRowTag : Tag
{
    private readonly Symbol _variable;
    private readonly Symbol _loopSymbol;
    private readonly Expression _list;
    private readonly Expression? _columns;
    private readonly Expression? _limit;
    private readonly Expression? _offset;
    private readonly Block _body;
    private readonly int _position;

    private TableRowTag(TemplateParser parser, ReadOnlySpan<char> variable, Expression list, Dictionary<string, Expression> options, Block body, int position)
    {
        _variable = parser.Bind(variable);
        _loopSymbol = parser.Bind("tablerowloop");
        _list = list;
        _columns = options.GetValueOrDefault("cols");
        _limit = options.GetValueOrDefault("limit");
        _offset = options.GetValueOrDefault("offset");
        _body = body;
        _position = position;
    }

    public override bool IsBlank => _body.IsBlank;

    public static Node Parse(TemplateParser parser, in Markup tag)
    {
        var expressions = parser.Expressions(tag);
        var variable = expressions.Text(expressions.Expect(TokenKind.Name, "the name of the loop's variable"));
        if (!expressions.TryTakeName("in")) throw expressions.Unexpected("'in'");
        var list = expressions.Value();
        var options = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var (name, value) in CallArguments.Parse(parser, ref expressions)) options[name] = value;
        parser.RequireText("Tag 'tablerow'", tag.Start);
        var start = parser.Html;
        parser.EnterLoop();
        var body = parser.Body(["endtablerow"], tag, out _);
        parser.LeaveLoop();
        parser.RequireSame(start, "The body of the row", tag.Start);
        return new TableRowTag(parser, variable, list, options, body, tag.Start);
    }

    public override void Render(LiquidRenderContext context)
    {
        context.Position = _position;
        var list = _list.Evaluate(context);
        if (!list.IsTruthy) return;
        var offset = _offset is null ? 0 : Whole(_offset, context);
        long? limit = _limit is null ? null : Whole(_limit, context);
        var items = LoopItems.Of(list, offset, limit, reversed: false, context);
        var columns = _columns is null ? items.Count : Whole(_columns, context);

        var loop = context.PushLoop("tablerow", items.Count, isTableRow: true);
        loop.Columns = (int)Math.Clamp(columns, int.MinValue, int.MaxValue);
        var outer = context.Local(_variable);
        var outerLoop = context.Local(_loopSymbol);
        context.Local(_loopSymbol) = new LiquidValue(LoopShape.TableRow, loop, 0);
        context.Output.Write("<tr class=\"row1\">\n"u8);
        for (var i = 0; i < items.Count; i++)
        {
            context.ChargeIteration();
            loop.Index = i;
            context.Local(_variable) = items[i];
            if (!Cell(context, loop)) break;
        }

        context.Output.Write("</tr>\n"u8);
        context.Local(_variable) = outer;
        context.Local(_loopSymbol) = outerLoop;
        context.PopLoop();
    }

    private bool Cell(LiquidRenderContext context, LoopState loop)
    {
        Open(context, "<td class=\"col"u8, loop.Column);
        _body.Render(context);
        context.Output.Write("</td>"u8);
        var stop = context.Interrupt == Interrupt.Break;
        context.Interrupt = Interrupt.None;
        if (stop) return false;

        var isLastOfRow = loop.Column == loop.Columns;
        if (isLastOfRow && loop.Index < loop.Length - 1)
        {
            context.Output.Write("</tr>\n"u8);
            Open(context, "<tr class=\"row"u8, loop.Row + 1);
        }

        loop.Column = isLastOfRow ? 1 : loop.Column + 1;
        loop.Row += isLastOfRow ? 1 : 0;
        return true;
    }

    private static void Open(LiquidRenderContext context, ReadOnlySpan<byte> start, int number)
    {
        context.Output.Write(start);
        ValueWriter.Write(context, number, EscapeKind.None);
        context.Output.Write("\">"u8);
    }

    private static long Whole(Expression expression, LiquidRenderContext context)
    {
        var value = expression.Evaluate(context);
        return value.Kind switch
        {
            ValueKind.Nil => 0,
            ValueKind.Integer => value.Bits,
            ValueKind.Float => (long)value.Float,
            ValueKind.String or ValueKind.Utf8 => Numbers.LeadingInteger(context.TextOf(value)),
            _ => throw context.Error("Invalid integer: 'cols', 'limit' and 'offset' are whole numbers."),
        };
    }
}
