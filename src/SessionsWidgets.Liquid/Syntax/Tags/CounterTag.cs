namespace SessionsWidgets.Liquid;

/// <summary><c>increment name</c> and <c>decrement name</c></summary>
internal sealed class CounterTag(Symbol symbol, bool isIncrement, EscapeKind escape, int position) : Tag
{
    public static Node Parse(TemplateParser parser, in Markup tag, bool isIncrement)
    {
        var name = parser.Content(tag).Trim();
        return new CounterTag(parser.Symbols.GetOrAdd(name), isIncrement, parser.OutputEscape(tag.Start), tag.Start);
    }

    public override void Render(LiquidRenderContext context)
    {
        ref var counter = ref context.Counter(symbol);
        if (counter.IsUndefined)
        {
            // A counter starts from a value of the model of the same name.
            symbol.Root(context.Frame.Root, out var initial);
            context.Position = position;
            if (!initial.IsNil && initial.Kind != ValueKind.Integer)
                throw context.Error($"'{symbol.Name}' is no whole number, so it cannot count.");
            counter = initial.IsNil ? 0 : initial;
        }

        var value = isIncrement ? counter.Bits : counter.Bits - 1;
        counter = isIncrement ? value + 1 : value;
        ValueWriter.Write(context, value, escape);
    }
}
