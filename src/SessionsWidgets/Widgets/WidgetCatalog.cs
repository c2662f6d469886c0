namespace SessionsWidgets;

/// <summary>The widgets that there are: the built-in ones and those that the host adds. Immutable and thread-safe.</summary>
public sealed class WidgetCatalog
{
    private readonly Dictionary<string, WidgetType> _byName;
    private readonly Dictionary<Type, WidgetType> _byOptions;

    /// <summary>Creates a catalog of the built-in widgets and the host's own.</summary>
    /// <exception cref="ParameterException">Two widgets have the same name or the same type of options.</exception>
    public WidgetCatalog(IEnumerable<WidgetType>? own = null)
    {
        WidgetType[] all = [RecentSmokesType.Instance, SessionCardType.Instance, CigarCardsType.Instance, GuestsOnlineType.Instance, GuestVisitsType.Instance, LoungeActivityType.Instance, WifiTimeType.Instance, GuestSessionsType.Instance, .. own ?? []];
        _byName = new(StringComparer.OrdinalIgnoreCase);
        _byOptions = [];
        foreach (var type in all)
        {
            if (!_byName.TryAdd(type.Name, type)) throw new ParameterException("The widget's name", type.Name, "there is another of that name: take a different one.");
            if (!_byOptions.TryAdd(type.OptionsType, type)) throw new ParameterException("The widget's options", type.OptionsType.Name, "another widget has that type: derive one of its own.");
        }

        Types = all;
    }

    /// <summary>The built-in widgets alone.</summary>
    public static WidgetCatalog BuiltIn { get; } = new();

    /// <summary>All widgets, the built-in ones first.</summary>
    public IReadOnlyList<WidgetType> Types { get; }

    /// <summary>The widget of that name.</summary>
    /// <exception cref="ParameterException">There is none; the message names those that there are.</exception>
    public WidgetType Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_byName.TryGetValue(name, out var type)) return type;
        var nearest = NearestName.Find(name, _byName.Keys);
        var hint = nearest is null ? "" : $"Did you mean '{nearest}'? ";
        throw new ParameterException("The widget", name, $"there is no such widget. {hint}There are: {string.Join(", ", Types.Select(t => t.Name))}.");
    }

    internal WidgetType Find(Widget widget) => _byOptions.TryGetValue(widget.GetType(), out var type)
        ? type
        : throw new ParameterException("The widget", widget.GetType().Name, "it is not in the catalog: add its WidgetType.");
}
