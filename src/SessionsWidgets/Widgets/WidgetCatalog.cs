namespace SessionsWidgets;

/// <summary>The available widgets: the built-in ones and those of the host. Immutable and thread-safe.</summary>
public sealed class WidgetCatalog
{
    private readonly Dictionary<string, WidgetDefinition> _byName;
    private readonly Dictionary<Type, WidgetDefinition> _byOptions;

    /// <summary>Creates a catalog of the built-in widgets and those of the host.</summary>
    /// <param name="definitions">The widgets of the host. Default: none.</param>
    /// <exception cref="ParameterException">Two widgets have the same name or options type.</exception>
    public WidgetCatalog(IEnumerable<WidgetDefinition>? definitions = null)
        : this([
            RecentSmokesDefinition.Instance, SessionCardDefinition.Instance, CigarCardsDefinition.Instance,
            GuestsOnlineDefinition.Instance, GuestVisitsDefinition.Instance, LoungeActivityDefinition.Instance,
            WifiTimeDefinition.Instance, GuestSessionsDefinition.Instance, UpcomingEventsDefinition.Instance,
            RecentCheckInsDefinition.Instance, .. definitions ?? [],
        ])
    {
    }

    private WidgetCatalog(WidgetDefinition[] definitions)
    {
        _byName = new(StringComparer.OrdinalIgnoreCase);
        _byOptions = [];
        foreach (var type in definitions)
        {
            if (!_byName.TryAdd(type.Name, type))
                throw new ParameterException(nameof(type.Name), type.Name, "another widget has that name: choose a different one.");
            if (!_byOptions.TryAdd(type.OptionsType, type))
                throw new ParameterException(
                    nameof(definitions), $"The options type {type.OptionsType.Name} is used by two widgets: derive one for each.");
        }

        Definitions = definitions;
    }

    /// <summary>The catalog of only the built-in widgets.</summary>
    public static WidgetCatalog BuiltIn { get; } = new();

    /// <summary>Creates a catalog of one widget.</summary>
    internal static WidgetCatalog Of(WidgetDefinition widget) => new([widget]);

    /// <summary>All widgets, the built-in ones first.</summary>
    public IReadOnlyList<WidgetDefinition> Definitions { get; }

    /// <summary>Gets a widget by name.</summary>
    /// <param name="name">The name, ignoring case.</param>
    /// <exception cref="ParameterException">There is no such widget. The message lists all names.</exception>
    public WidgetDefinition Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_byName.TryGetValue(name, out var type)) return type;
        var names = string.Join(", ", Definitions.Select(t => t.Name));
        throw new ParameterException(
            nameof(name), name, $"there is no such widget.{DidYouMean.Sentence(name, _byName.Keys)} There are: {names}.");
    }

    internal WidgetDefinition Get(Widget widget) => _byOptions.TryGetValue(widget.GetType(), out var type)
        ? type
        : throw new ParameterException(nameof(widget), widget.GetType().Name, "it is not in the catalog: add its WidgetDefinition.");
}
