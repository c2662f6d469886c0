namespace SessionsWidgets.Liquid;

/// <summary>A tag of the host's own.</summary>
internal sealed class CustomTag(ILiquidTag tag, Expression[] arguments, string[] names, EscapeKind escape, int position) : Tag
{
    public static Node Parse(TemplateParser parser, ILiquidTag own, in Markup tag)
    {
        var expressions = parser.Expressions(tag);
        var (arguments, names) = expressions.AtEnd ? ([], []) : expressions.Arguments();
        expressions.ExpectEnd();
        parser.CheckArguments("Tag", own.Name, own.Parameters, ref arguments, ref names, tag.Start);
        return new CustomTag(own, arguments, names, parser.OutputEscape(tag.Start), tag.Start);
    }

    public override void Render(LiquidRenderContext context)
    {
        context.Position = position;
        var values = ArgumentList.Evaluate(arguments, context);
        ValueWriter.Write(context, tag.Render(new LiquidArguments(values, names), context), escape);
    }
}
