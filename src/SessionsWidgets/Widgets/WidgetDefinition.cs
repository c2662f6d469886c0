namespace SessionsWidgets;

/// <summary>The definition of a kind of widget: its name, parameters, queries and model. Immutable and thread-safe.</summary>
public abstract class WidgetDefinition
{
    private readonly Dictionary<string, WidgetParameter> _byName;
    private readonly WidgetParameter[] _links;

    private protected WidgetDefinition(string name, IEnumerable<WidgetParameter> parameters)
    {
        if (!IsName(name))
        {
            throw new ParameterException(
                nameof(name), name, "it must be lower-case words of a-z and 0-9, joined by '-', at least two: 'house-stats'.");
        }

        Name = name;
        Parameters = [.. parameters, .. CommonParameters.OfWidgets];
        _byName = Parameters.ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        _links = [.. Parameters.Where(p => p.IsLink)];
    }

    /// <summary>The name of the tag, the template and the command: lower-case words joined by hyphens, at least two.</summary>
    public string Name { get; }

    /// <summary>The parameters: the widget's own, then those of every widget.</summary>
    public IReadOnlyList<WidgetParameter> Parameters { get; }

    /// <summary>Whether the heading is visible by default. Default: true.</summary>
    public bool ShowsHeading { get; init; } = true;

    /// <summary>The people who may see the widget. Default: everyone.</summary>
    public WidgetAudience Audience { get; init; }

    /// <summary>Adds the members of the model that templates can read. Default: none.</summary>
    public Action<TemplateMembers>? Describe { get; init; }

    /// <summary>Gets the key of the heading's text. Default: the name, with <c>_</c> for <c>-</c>.</summary>
    internal Func<Widget, string>? HeadingKey { get; init; }

    /// <summary>The key of the fallback content's text.</summary>
    internal string UnavailableKey { get; init; } = "unavailable_title";

    /// <summary>Whether the fallback content is a small panel.</summary>
    internal bool IsSmall { get; init; }

    /// <summary>Sets the link to a calendar if it is not set. Null: the widget has no such link.</summary>
    internal Func<Widget, string, Widget>? WithCalendar { get; init; }

    internal abstract Type OptionsType { get; }

    /// <summary>Creates a widget from parameters as text.</summary>
    /// <param name="values">The names and values of parameters. Names ignore case.</param>
    /// <param name="defaults">The values of parameters that are not given. Default: the widget's own defaults.</param>
    /// <exception cref="ParameterException">A name is unknown, a value is not allowed, or the defaults are of another widget.</exception>
    public Widget Parse(IEnumerable<KeyValuePair<string, string>> values, Widget? defaults = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (defaults is not null)
        {
            if (defaults.GetType() != OptionsType)
                throw new ParameterException(
                    nameof(defaults), $"The default of '{Name}' is '{defaults.GetType().Name}'; it must be a {OptionsType.Name}.");
            Check(defaults);
        }

        var widget = defaults ?? CreateDefault();
        foreach (var (name, value) in values)
        {
            if (!_byName.TryGetValue(name, out var parameter))
            {
                throw IsolationAttributes.Refuse(name, value)
                    ?? ParameterException.UnknownName(Name, name, [.. _byName.Keys, "business", .. IsolationAttributes.Names]);
            }

            widget = parameter.Set(widget, value);
        }

        return widget;
    }

    /// <summary>Finds a parameter by name.</summary>
    /// <param name="name">The name, ignoring case.</param>
    /// <returns>The parameter; null if there is none.</returns>
    public WidgetParameter? FindParameter(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Gets the query parameter of <see cref="RenderRequest.PageAddress"/> that selects the page of a widget.</summary>
    /// <param name="widget">A widget of this definition.</param>
    /// <returns>The id of the widget, or else its name, with the suffix <c>-page</c>; null if the query string does not select its
    /// page.</returns>
    /// <remarks>Two such widgets in a page need different ids.</remarks>
    public string? GetPageParameter(Widget widget) => PageTurning.ParameterOf(Name, widget);

    /// <summary>Creates the definition of the same widget with a template of another name.</summary>
    /// <exception cref="ParameterException">The name is not allowed.</exception>
    internal abstract WidgetDefinition As(string name);

    internal abstract Widget CreateDefault();

    /// <summary>Creates the plan of a widget.</summary>
    internal abstract WidgetPlan Plan(Widget widget, WidgetContext context);

    /// <exception cref="ParameterException">A property that was set in code has a value that is not allowed.</exception>
    internal void Check(Widget widget)
    {
        foreach (var parameter in Parameters) parameter.Check(widget);
    }

    /// <summary>Replaces <c>~/</c> in links by the path base.</summary>
    /// <exception cref="ParameterException">The path base is null, or a link is not allowed with it.</exception>
    internal Widget Resolve(Widget widget, string? pathBase)
    {
        foreach (var parameter in _links) widget = parameter.Resolve(widget, pathBase);
        return widget;
    }

    /// <summary>Whether <see cref="Resolve"/> uses the path base.</summary>
    internal bool UsesPathBase(Widget widget)
    {
        foreach (var parameter in _links)
        {
            if (parameter.Get(widget) is { } link && LinkTarget.NeedsPathBase(link)) return true;
        }

        return false;
    }

    /// <summary>Names have a hyphen, like custom elements, so that tags cannot clash with those of HTML.</summary>
    private static bool IsName(string name) =>
        name.Contains('-', StringComparison.Ordinal)
        && name.Split('-').All(word => word.Length > 0 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
        && char.IsAsciiLetterLower(name[0]);
}

/// <summary>The definition of a kind of widget, with the type of its options. Immutable and thread-safe.</summary>
/// <typeparam name="TWidget">The type of the options.</typeparam>
/// <param name="name">The name: lower-case words of a-z and 0-9 joined by hyphens, at least two.</param>
/// <param name="parameters">The widget's own parameters.</param>
/// <param name="plan">Creates the queries and the model. Called by several threads whenever the widget is rendered, warmed, refreshed or
/// removed. Must have no side effects.</param>
/// <exception cref="ParameterException">The name is not allowed.</exception>
/// <exception cref="ArgumentException">Two parameters have the same name.</exception>
public sealed class WidgetDefinition<TWidget>(
    string name,
    IEnumerable<WidgetParameter> parameters,
    Func<TWidget, WidgetContext, WidgetPlan> plan)
    : WidgetDefinition(name, parameters)
    where TWidget : Widget, new()
{
    internal override Type OptionsType => typeof(TWidget);

    internal override WidgetDefinition As(string name) =>
        new WidgetDefinition<TWidget>(name, Parameters.Except(CommonParameters.OfWidgets), plan)
        {
            ShowsHeading = ShowsHeading,
            Audience = Audience,
            Describe = Describe,
            HeadingKey = HeadingKey ?? (_ => Name.Replace('-', '_')),
            UnavailableKey = UnavailableKey,
            IsSmall = IsSmall,
            WithCalendar = WithCalendar,
        };

    internal override Widget CreateDefault() => new TWidget();

    internal override WidgetPlan Plan(Widget widget, WidgetContext context) => plan((TWidget)widget, context);
}
