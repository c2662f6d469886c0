namespace SessionsWidgets;

/// <summary>The widgets that there are: the built-in ones and those that the host adds. Immutable and thread-safe.</summary>
public sealed class WidgetCatalog
{
    private readonly Dictionary<string, WidgetDefinition> _byName;
    private readonly Dictionary<Type, WidgetDefinition> _byOptions;

    /// <summary>Creates a catalog of the built-in widgets and the host's own.</summary>
    /// <exception cref="ParameterException">Two widgets have the same name or the same type of options.</exception>
    public WidgetCatalog(IEnumerable<WidgetDefinition>? own = null)
    {
        WidgetDefinition[] all = [
            RecentSmokesDefinition.Instance, SessionCardDefinition.Instance, CigarCardsDefinition.Instance, GuestsOnlineDefinition.Instance,
            GuestVisitsDefinition.Instance, LoungeActivityDefinition.Instance, WifiTimeDefinition.Instance,
            GuestSessionsDefinition.Instance, .. own ?? []];
        _byName = new(StringComparer.OrdinalIgnoreCase);
        _byOptions = [];
        foreach (var type in all)
        {
            if (!_byName.TryAdd(type.Name, type))
                throw new ParameterException("The widget's name", type.Name, "there is another of that name: take a different one.");
            if (!_byOptions.TryAdd(type.OptionsType, type))
                throw new ParameterException(
                    "The widget's options", type.OptionsType.Name, "another widget has that type: derive one of its own.");
        }

        Definitions = all;
    }

    /// <summary>The built-in widgets alone.</summary>
    public static WidgetCatalog BuiltIn { get; } = new();

    /// <summary>All widgets, the built-in ones first.</summary>
    public IReadOnlyList<WidgetDefinition> Definitions { get; }

    /// <summary>The widget of that name.</summary>
    /// <exception cref="ParameterException">There is none; the message names those that there are.</exception>
    public WidgetDefinition Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_byName.TryGetValue(name, out var type)) return type;
        var nearest = NearestName.Of(name, _byName.Keys);
        var hint = nearest is null ? "" : $"Did you mean '{nearest}'? ";
        throw new ParameterException(
            "The widget", name, $"there is no such widget. {hint}There are: {string.Join(", ", Definitions.Select(t => t.Name))}.");
    }

    internal WidgetDefinition Get(Widget widget) => _byOptions.TryGetValue(widget.GetType(), out var type)
        ? type
        : throw new ParameterException("The widget", widget.GetType().Name, "it is not in the catalog: add its WidgetDefinition.");
}
