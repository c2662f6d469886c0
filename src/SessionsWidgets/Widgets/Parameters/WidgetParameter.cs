namespace SessionsWidgets;

/// <summary>One parameter of a widget: its name, what it takes, and the property of the widget that it sets. Immutable and
/// thread-safe.</summary>
public abstract class WidgetParameter
{
    private protected WidgetParameter(string name, string allowed, string description)
    {
        Name = name;
        Allowed = allowed;
        Description = description;
    }

    /// <summary>The name on every surface, in kebab case: an attribute, an option of the command line, a field of a query.</summary>
    public string Name { get; }

    /// <summary>What it takes, as the rest of a sentence.</summary>
    public string Allowed { get; }

    /// <summary>What it does, in one sentence.</summary>
    public string Description { get; }

    /// <summary>The widget with this parameter read from text.</summary>
    /// <exception cref="ParameterException">The text is not allowed.</exception>
    internal abstract Widget Set(Widget widget, string text);

    /// <summary>The value as text; null when it is not set.</summary>
    internal abstract string? Get(Widget widget);

    /// <exception cref="ParameterException">The value that was set in code is not allowed.</exception>
    internal abstract void Check(Widget widget);
}

/// <summary>A parameter that sets one property of a widget.</summary>
/// <param name="name">The name, in kebab case.</param>
/// <param name="kind">What it takes.</param>
/// <param name="get">Reads the property.</param>
/// <param name="with">Gives a copy of the widget with the property set.</param>
/// <param name="description">What it does, in one sentence.</param>
public sealed class WidgetParameter<TWidget, TValue>(
    string name,
    ParameterKind<TValue> kind,
    Func<TWidget, TValue?> get,
    Func<TWidget, TValue, Widget> with,
    string description)
    : WidgetParameter(name, kind.Allowed, description)
    where TWidget : Widget
{
    internal override Widget Set(Widget widget, string text) =>
        kind.Parse(text.Trim()) is (true, var value) ? with((TWidget)widget, value) : throw new ParameterException(Name, text, Allowed);

    internal override string? Get(Widget widget) => get((TWidget)widget) is { } value ? kind.Format(value) : null;

    internal override void Check(Widget widget)
    {
        if (get((TWidget)widget) is { } value && !kind.IsValid(value)) throw new ParameterException(Name, kind.Format(value), Allowed);
    }
}
