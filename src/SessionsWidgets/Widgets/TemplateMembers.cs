namespace SessionsWidgets;

/// <summary>
/// What templates may read of the widgets' models: the members named here and nothing else. Nothing is found by reflection.
/// </summary>
/// <remarks>Filled before the first template is compiled; read-only and thread-safe afterwards.</remarks>
public sealed class TemplateMembers
{
    private readonly MemberTypes _types = new();
    private readonly Dictionary<Type, Func<WidgetModel, FluidValue>> _models = [];

    internal TemplateMembers(WidgetCatalog catalog)
    {
        Add<FallbackModel>(static _ => { });
        foreach (var type in catalog.Definitions) type.Describe?.Invoke(this);
    }

    /// <summary>Names the members of a widget's model; those that every widget has (<c>heading</c>, …) are there already.</summary>
    /// <typeparam name="TModel">The model's type.</typeparam>
    /// <param name="name">Names the members.</param>
    /// <returns>These members, for the next type.</returns>
    public TemplateMembers Add<TModel>(Action<TypeMembers<TModel>> name)
        where TModel : WidgetModel
    {
        ArgumentNullException.ThrowIfNull(name);
        var members = _types.Of<TModel>();
        name(members.AddFrame());
        _models[typeof(TModel)] = model => members.Value((TModel)model);
        return this;
    }

    /// <summary>
    /// Names the members of a type below the models: of a part, or of the items of a list. Widgets that share a type may each
    /// name it; the first to do so is the one that counts.
    /// </summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="name">Names the members.</param>
    /// <returns>These members, for the next type.</returns>
    public TemplateMembers AddPart<T>(Action<TypeMembers<T>> name)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(name);
        var members = _types.Of<T>();
        if (!members.Names.Any()) name(members);
        return this;
    }

    internal TypeMembers<T> Of<T>()
        where T : class => _types.Of<T>();

    internal FluidValue Value(WidgetModel model) => _models.TryGetValue(model.GetType(), out var value)
        ? value(model)
        : throw TemplateException.WithoutPlace(
            model.Frame.Widget,
            $"Nothing says what templates may read of {model.GetType().Name}: name its members in the Describe of its WidgetDefinition.");
}
