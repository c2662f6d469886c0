namespace SessionsWidgets.Liquid;

/// <summary>
/// A filter whose result is text, or nothing. It appends the text instead of returning it, so that at the end of an output
/// the text goes straight to where it is wanted.
/// </summary>
public interface ILiquidTextFilter : ILiquidFilter
{
    /// <summary>Does the filter's work.</summary>
    /// <param name="input">What stands before the <c>|</c>.</param>
    /// <param name="arguments">The arguments, evaluated.</param>
    /// <param name="context">The render: clock, zone, language, state. Make no other text with it before the call ends.</param>
    /// <param name="text">Takes the result; it is encoded where it is written.</param>
    /// <returns>False when the result is nil; then nothing may have been appended.</returns>
    bool TryAppend(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context, in LiquidTextBuilder text);

    /// <inheritdoc/>
    LiquidValue ILiquidFilter.Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        var text = context.BeginText();
        return TryAppend(input, arguments, context, text) ? text.Build() : LiquidValue.Nil;
    }
}

internal delegate bool TextFilterFunction(
    in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context, in LiquidTextBuilder text);
