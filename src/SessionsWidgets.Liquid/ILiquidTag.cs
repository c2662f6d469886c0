namespace SessionsWidgets.Liquid;

/// <summary>
/// A tag of the host's own: <c>{% name argument, name: argument %}</c>. It yields a value that is written as output is,
/// encoded for its place. Shared by all renders, so it must be thread-safe and keep no state of a render.
/// </summary>
public interface ILiquidTag
{
    /// <summary>The name, snake_case; not one of a standard tag.</summary>
    string Name { get; }

    /// <summary>Which arguments it takes; checked when a template is compiled.</summary>
    LiquidParameters Parameters { get; }

    /// <summary>Does the tag's work.</summary>
    /// <param name="arguments">The arguments, evaluated.</param>
    /// <param name="context">The render: clock, zone, language, state, memory for text.</param>
    /// <returns>What to write; nil for nothing.</returns>
    LiquidValue Render(in LiquidArguments arguments, LiquidRenderContext context);
}
