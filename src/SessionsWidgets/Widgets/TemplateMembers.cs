namespace SessionsWidgets;

/// <summary>The members of models that templates may read; others are not accessible. No reflection is used.</summary>
/// <remarks>Filled before the first template is compiled; read-only and thread-safe afterwards.</remarks>
public sealed class TemplateMembers
{
    private readonly MemberTypes _types = new();
    private readonly Dictionary<Type, Func<WidgetModel, FluidValue>> _models = [];

    internal TemplateMembers(WidgetCatalog catalog)
    {
        Add<FallbackModel>(static fallback => fallback
            .Member("unavailable", m => m.Frame.UnavailableKey)
            .Member("small", m => m.Frame.IsSmall));
        foreach (var type in catalog.Definitions) type.Describe?.Invoke(this);
    }

    /// <summary>Adds the members of a widget's model, beside those of every widget such as <c>heading</c>.</summary>
    /// <typeparam name="TModel">The type of the model.</typeparam>
    /// <param name="configure">Adds the members.</param>
    /// <returns>This instance.</returns>
    public TemplateMembers Add<TModel>(Action<TypeMembers<TModel>> configure)
        where TModel : WidgetModel
    {
        ArgumentNullException.ThrowIfNull(configure);
        var members = _types.Of<TModel>();
        configure(members.AddFrame());
        _models[typeof(TModel)] = model => members.Value((TModel)model);
        return this;
    }

    /// <summary>Adds the members of a part of models or a list item. If several widgets add the same type, the first one counts.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="configure">Adds the members.</param>
    /// <returns>This instance.</returns>
    public TemplateMembers AddPart<T>(Action<TypeMembers<T>> configure)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(configure);
        var members = _types.Of<T>();
        if (!members.Names.Any()) configure(members);
        return this;
    }

    internal TypeMembers<T> Of<T>()
        where T : class => _types.Of<T>();

    internal FluidValue Value(WidgetModel model) => _models.TryGetValue(model.GetType(), out var value)
        ? value(model)
        : throw TemplateException.WithoutPlace(
            model.Frame.Widget,
            $"No members are added for {model.GetType().Name}: add them in the Describe of its WidgetDefinition.");
}
