namespace SessionsWidgets;

/// <summary>A kind of widget: its name, its parameters, the queries that it needs, and how its model is made. Immutable and
/// thread-safe.</summary>
public abstract class WidgetDefinition
{
    private readonly Dictionary<string, WidgetParameter> _byName;

    private protected WidgetDefinition(string name, IEnumerable<WidgetParameter> parameters)
    {
        if (!IsName(name))
            throw new ParameterException(
                "The widget's name", name, "it must be lower-case words of a-z and 0-9, joined by '-', two at least: 'house-stats'.");
        Name = name;
        Parameters = [.. parameters, .. CommonParameters.OfWidgets];
        _byName = Parameters.ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The name: that of the tag, of the template, and on the command line.</summary>
    public string Name { get; }

    /// <summary>All parameters: the widget's own, then those of every widget.</summary>
    public IReadOnlyList<WidgetParameter> Parameters { get; }

    /// <summary>Whether the widget has a visible heading when nobody gives it one. Default: true.</summary>
    public bool ShowsHeading { get; init; } = true;

    /// <summary>Who may see the widget. Default: everyone.</summary>
    public WidgetAudience Audience { get; init; }

    /// <summary>Names what templates may read of the widget's model. Default: nothing is named.</summary>
    public Action<TemplateMembers>? Describe { get; init; }

    internal abstract Type OptionsType { get; }

    /// <summary>Reads a widget from the names and values that somebody wrote on a surface.</summary>
    /// <param name="values">The names and values.</param>
    /// <param name="defaults">What they do not mention is taken from this one. Default: the widget's own defaults.</param>
    /// <exception cref="ParameterException">A name is unknown or a value is not allowed; the message tells what is. Or the defaults are
    /// another widget's.</exception>
    public Widget Parse(IEnumerable<KeyValuePair<string, string>> values, Widget? defaults = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (defaults is not null)
        {
            if (defaults.GetType() != OptionsType)
                throw new ParameterException($"The default of '{Name}'", defaults.GetType().Name, $"it must be a {OptionsType.Name}.");
            Check(defaults);
        }

        var widget = defaults ?? CreateDefault();
        foreach (var (name, value) in values)
        {
            if (!_byName.TryGetValue(name, out var parameter))
                throw ParameterException.UnknownName(Name, name, [.. _byName.Keys, "business"]);
            widget = parameter.Set(widget, value);
        }

        return widget;
    }

    internal abstract Widget CreateDefault();

    /// <summary>The queries that the widget's options need, and how its model is made.</summary>
    internal abstract WidgetPlan Plan(Widget widget, WidgetContext context);

    /// <exception cref="ParameterException">A property that was set in code has a value that is not allowed.</exception>
    internal void Check(Widget widget)
    {
        foreach (var parameter in Parameters) parameter.Check(widget);
    }

    /// <summary>A tag of a host's page must be told from HTML's own, so the name has a hyphen, as custom elements have.</summary>
    private static bool IsName(string name) =>
        name.Contains('-', StringComparison.Ordinal)
        && name.Split('-').All(word => word.Length > 0 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
        && char.IsAsciiLetterLower(name[0]);
}

/// <summary>A kind of widget with its options as a type.</summary>
/// <typeparam name="TWidget">The options.</typeparam>
/// <param name="name">The name: lower-case words joined by hyphens, two at least.</param>
/// <param name="parameters">The parameters of its own.</param>
/// <param name="plan">
/// Tells the queries that the options need, and how the model is made of their results. Called whenever the widget is rendered, warmed,
/// refreshed or removed, so it does nothing else.
/// </param>
/// <exception cref="ParameterException">The name is not allowed.</exception>
public sealed class WidgetDefinition<TWidget>(
    string name,
    IEnumerable<WidgetParameter> parameters,
    Func<TWidget, WidgetContext, WidgetPlan> plan)
    : WidgetDefinition(name, parameters)
    where TWidget : Widget, new()
{
    internal override Type OptionsType => typeof(TWidget);

    internal override Widget CreateDefault() => new TWidget();

    internal override WidgetPlan Plan(Widget widget, WidgetContext context) => plan((TWidget)widget, context);
}
