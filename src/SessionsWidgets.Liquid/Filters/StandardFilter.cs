namespace SessionsWidgets.Liquid;

internal delegate LiquidValue FilterFunction(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context);

/// <summary>A standard filter: a function under a name.</summary>
internal sealed class StandardFilter(string name, LiquidParameters parameters, FilterFunction apply) : ILiquidFilter
{
    public string Name => name;

    public LiquidParameters Parameters => parameters;

    public FilterFunction Function => apply;

    public LiquidValue Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context) =>
        apply(input, arguments, context);
}
