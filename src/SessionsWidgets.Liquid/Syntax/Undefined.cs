namespace SessionsWidgets.Liquid;

/// <summary>Errors of strict mode: a name that nothing is behind.</summary>
internal static class Undefined
{
    public static void Throw(LiquidRenderContext context, Symbol symbol, int position)
    {
        var known = context.Frame.Symbols.All
            .Where(other => other != symbol && !context.Lookup(other).IsUndefined)
            .Select(other => other.Name);
        if (context.Frame.Extra is { } others) known = known.Concat(others.Keys.Select(static name => name.TrimStart(LiquidRenderContext.CounterMark)));
        if (context.Frame.Root.Kind == ValueKind.Map) known = known.Concat(context.Frame.Root.MapShape.Names(context.Frame.Root));
        context.Position = position;
        throw context.Error(LiquidErrorKind.UnknownName, Suggestion.Unknown("variable", symbol.Name, known));
    }

    public static void Throw(LiquidRenderContext context, string name, int position)
    {
        context.Position = position;
        throw context.Error(LiquidErrorKind.UnknownName, Suggestion.Unknown("variable", name, []));
    }

    public static void Throw(LiquidRenderContext context, in LiquidValue owner, PathStep step)
    {
        context.Position = step.Position;
        var known = owner.Kind == ValueKind.Map ? owner.MapShape.Names(owner) : [];
        throw context.Error(LiquidErrorKind.UnknownName, Suggestion.Unknown("member", step.Name ?? "[…]", known));
    }
}
