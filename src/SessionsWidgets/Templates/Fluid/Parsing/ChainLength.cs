namespace SessionsWidgets;

/// <summary>Bounds how many filters or conditions stand in a row: each nests in the one before it when it is evaluated.</summary>
internal static class ChainLength
{
    public static void Check(Expression expression, int length, TemplateLimits limits, Func<string, TemplateException> limit)
    {
        for (; expression is BinaryExpression condition; expression = condition.Right) length++;
        if (length > limits.ChainLength) throw limit($"More than {limits.ChainLength} filters or conditions stand in a row.");
    }
}
