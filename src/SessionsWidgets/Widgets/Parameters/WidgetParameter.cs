namespace SessionsWidgets;

/// <summary>A parameter of a widget and the property that it sets. Immutable and thread-safe.</summary>
public abstract class WidgetParameter
{
    private protected WidgetParameter(string name, string allowed, string description)
    {
        Name = name;
        Allowed = allowed;
        Description = description;
    }

    /// <summary>The name in kebab case: of the attribute, the command-line option and the query field.</summary>
    public string Name { get; }

    /// <summary>What is allowed, for messages.</summary>
    public string Allowed { get; }

    /// <summary>A description in one sentence.</summary>
    public string Description { get; }

    /// <summary>Returns a copy of the widget with the parameter parsed from text.</summary>
    /// <exception cref="ParameterException">The text is not allowed.</exception>
    internal abstract Widget Set(Widget widget, string text);

    /// <summary>Gets the value in the one way in which it is written in an address; null if it is not set.</summary>
    /// <param name="widget">A widget of the definition that the parameter belongs to.</param>
    public abstract string? Get(Widget widget);

    /// <exception cref="ParameterException">The value that was set in code is not allowed.</exception>
    internal abstract void Check(Widget widget);
}

/// <summary>A parameter that sets one property of a widget.</summary>
/// <param name="name">The name in kebab case.</param>
/// <param name="kind">The kind of its values.</param>
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
    internal override Widget Set(Widget widget, string text) =>
        kind.Parse(text.Trim()) is (true, var value) ? with((TWidget)widget, value) : throw new ParameterException(Name, text, Allowed);

    /// <inheritdoc/>
    public override string? Get(Widget widget) => get((TWidget)widget) is { } value ? kind.Format(value) : null;

    internal override void Check(Widget widget)
    {
        if (get((TWidget)widget) is { } value && !kind.IsValid(value)) throw new ParameterException(Name, kind.Format(value), Allowed);
    }
}
