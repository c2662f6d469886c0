namespace SessionsWidgets.Liquid;

/// <summary>
/// Reads the head of the tags that call partials, which Liquid has never parsed strictly: commas may be left out, and
/// what is not understood is passed over.
/// </summary>
internal static class CallArguments
{
    /// <summary>The named arguments up to the end of the markup.</summary>
    public static (string Name, Expression Value)[] Parse(TemplateParser parser, ref ExpressionParser expressions)
    {
        var arguments = parser.Scratch.Named;
        while (!expressions.AtEnd)
        {
            if (!expressions.Is(TokenKind.Name) || !expressions.IsFollowedBy(TokenKind.Colon))
            {
                expressions.Take();
                continue;
            }

            if (arguments.Count >= ExpressionParser.MaxArguments)
                throw parser.Error(LiquidErrorKind.Limit, $"There are more than {ExpressionParser.MaxArguments} arguments.", expressions.Current.Start);
            var name = parser.Intern(expressions.Text(expressions.Take()));
            expressions.Take();
            arguments.Add((name, expressions.Value()));
        }

        return arguments.TakeFrom(0);
    }
}
