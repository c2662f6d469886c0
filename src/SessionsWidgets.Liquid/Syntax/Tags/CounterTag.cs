namespace SessionsWidgets.Liquid;

/// <summary><c>increment name</c> and <c>decrement name</c></summary>
internal sealed class CounterTag(Symbol symbol, bool isIncrement, EscapeKind escape, int position) : Tag
{
    public static Node Parse(TemplateParser parser, in Markup tag, bool isIncrement)
    {
        var name = parser.Content(tag).Trim();
        return new CounterTag(parser.Bind(name), isIncrement, parser.OutputEscape(tag.Start), tag.Start);
    }

    public override void Render(LiquidRenderContext context)
    {
        ref var counter = ref context.Counter(symbol);
        if (counter.IsUndefined)
        {
            // A counter starts from a value of the model of the same name.
            symbol.Root(context.Frame.Root, out var initial);
            context.Position = position;
            if (initial.IsTruthy && !initial.IsNumber)
                throw context.Error($"'{symbol.Name}' is no number, so it cannot count.");
            counter = initial.IsTruthy ? initial : 0;
        }

        var next = MathFilters.Sum(counter, isIncrement ? 1 : -1, context);
        ValueWriter.Write(context, isIncrement ? counter : next, escape);
        counter = next;
    }
}
