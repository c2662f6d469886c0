namespace SessionsWidgets;

/// <summary>A parameter of a widget: its name, its values and the property that it sets. Immutable and thread-safe.</summary>
public abstract class WidgetParameter
{
    private protected WidgetParameter(string name, string allowed, string description)
    {
        Name = name;
        Allowed = allowed;
        Description = description;
    }

    /// <summary>The name in kebab case, as in attributes, command-line options and query strings.</summary>
    public string Name { get; }

    /// <summary>The allowed values, for messages: "it must be true or false."</summary>
    public string Allowed { get; }

    /// <summary>A description in one sentence.</summary>
    public string Description { get; }

    /// <summary>Converts a C# value (a date, a time or a whole number) from its text in a culture to the text that <see cref="Allowed"/>
    /// describes.</summary>
    /// <param name="text">The text that <c>ToString()</c> writes in the culture.</param>
    /// <param name="culture">The culture.</param>
    /// <returns>The converted text; the same text if it is allowed as it is, or no such value.</returns>
    public abstract string ToInvariant(string text, CultureInfo culture);

    /// <summary>Returns a copy of the widget with the parameter parsed from text.</summary>
    /// <exception cref="ParameterException">The text is not allowed.</exception>
    internal abstract Widget Set(Widget widget, string text);

    /// <summary>Gets the value of a widget as text that the parameter accepts.</summary>
    /// <param name="widget">A widget of the definition that the parameter belongs to.</param>
    /// <returns>The text; null if the value is not set.</returns>
    public abstract string? Get(Widget widget);

    /// <summary>Returns a copy of the widget with <c>~/</c> in a link replaced by the path base.</summary>
    /// <exception cref="ParameterException">The path base is null, or the link is not allowed with it.</exception>
    internal abstract Widget Resolve(Widget widget, string? pathBase);

    /// <summary>Creates the error for a link with <c>~/</c> if the path base is unknown.</summary>
    internal static ParameterException WithoutPathBase(string name, string link) => new(
        name, link, "'~/' is the path base of a web application, which is not known here: write '/' and the path on the site.");

    /// <summary>Whether the values are links.</summary>
    internal abstract bool IsLink { get; }

    /// <summary>The texts of all values of a parameter with few values; otherwise empty.</summary>
    public abstract IReadOnlyList<string> Choices { get; }

    /// <exception cref="ParameterException">The value that was set in code is not allowed.</exception>
    internal abstract void Check(Widget widget);
}

/// <summary>A parameter that sets one property of a widget. Immutable and thread-safe.</summary>
/// <typeparam name="TWidget">The type of the widget.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <param name="name">The name in kebab case.</param>
/// <param name="kind">The kind of the values.</param>
/// <param name="get">Gets the property.</param>
/// <param name="with">Returns a copy of the widget with the property set.</param>
/// <param name="description">A description in one sentence.</param>
public sealed class WidgetParameter<TWidget, TValue>(
    string name,
    ParameterKind<TValue> kind,
    Func<TWidget, TValue?> get,
    Func<TWidget, TValue, Widget> with,
    string description)
    : WidgetParameter(name, kind.Allowed, description)
    where TWidget : Widget
{
    /// <inheritdoc/>
    public override string ToInvariant(string text, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(text);
        var value = text.Trim();
        return !kind.Parse(value).Ok && kind.ParseCulture(value, culture) is (true, var parsed) ? kind.Format(parsed) ?? text : text;
    }

    internal override Widget Set(Widget widget, string text) =>
        kind.Parse(text.Trim()) is (true, var value)
            ? with((TWidget)widget, value)
            : throw new ParameterException(Name, text, Allowed + DidYouMean.Sentence(kind.Suggest(text.Trim())));

    /// <inheritdoc/>
    public override string? Get(Widget widget) => get((TWidget)widget) is { } value ? kind.Format(value) : null;

    internal override bool IsLink => kind.IsLink;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Choices => kind.Choices;

    internal override Widget Resolve(Widget widget, string? pathBase)
    {
        if (Get(widget) is not { } link || !LinkTarget.NeedsPathBase(link)) return widget;
        return pathBase is not null
            ? Set(widget, pathBase + link[1..])
            : throw WithoutPathBase(Name, link);
    }

    internal override void Check(Widget widget)
    {
        if (get((TWidget)widget) is { } value && !kind.IsValid(value)) throw new ParameterException(Name, kind.Format(value), Allowed);
    }
}
