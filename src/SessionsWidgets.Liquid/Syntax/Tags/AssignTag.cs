namespace SessionsWidgets.Liquid;

/// <summary><c>assign name = value | filters</c></summary>
internal sealed class AssignTag(Symbol symbol, Expression value, int position) : Tag
{
    public override bool IsBlank => true;

    public static Node Parse(TemplateParser parser, in Markup tag)
    {
        var content = parser.Content(tag);
        var equals = content.IndexOf('=');
        var name = equals < 0 ? default : content[..equals].Trim();
        if (!AssignedName.IsValid(name)) throw parser.Error("Expected 'name = value' after 'assign'.", tag.Start);
        var expressions = new ExpressionParser(parser, tag.ContentStart + equals + 1, tag.ContentEnd);
        var symbol = parser.Bind(name);
        symbol.IsAssigned = true;
        var value = expressions.Filtered();
        parser.RememberHtmlCapture(symbol, parser.IsHtmlCapture(value));
        return new AssignTag(symbol, value, tag.Start);
    }

    public override void Inline(Inliner inliner, List<Node> into)
    {
        var assigned = value.Inline(inliner);
        into.Add(new AssignTag(inliner.ResolveAssigned(symbol), assigned, inliner.At(position)));
    }

    public override void Render(LiquidRenderContext context)
    {
        context.Position = position;
        value.Evaluate(context, out var result);
        context.Assigned(symbol) = result.IsUndefined ? LiquidValue.Nil : result;
    }
}

/// <summary>The names that assign and capture take: more than those that can be read back.</summary>
internal static class AssignedName
{
    public static bool IsValid(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!Characters.IsNamePart(c) && c is not ('.' or '[' or ']' or '(' or ')')) return false;
        }

        return name.Length > 0;
    }
}
