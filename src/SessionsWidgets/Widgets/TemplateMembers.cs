namespace SessionsWidgets;

/// <summary>The members of models that templates can read. Others are not accessible. No reflection is used.</summary>
/// <remarks>Not thread-safe while members are added; complete before the first template is compiled.</remarks>
public sealed class TemplateMembers
{
    private readonly MemberTypes _types = new();
    private readonly Dictionary<Type, Func<WidgetModel, FluidValue>> _models = [];
    private readonly Dictionary<string, ValueShape> _shapes = new(StringComparer.Ordinal);
    private string _template = FallbackModel.Template;

    internal TemplateMembers(WidgetCatalog catalog)
    {
        Add<FallbackModel>(static fallback => fallback
            .Member("unavailable", m => m.Frame.UnavailableKey)
            .Member("small", m => m.Frame.IsSmall));
        foreach (var type in catalog.Definitions)
        {
            _template = type.Name;
            type.Describe?.Invoke(this);
        }
    }

    /// <summary>Adds the members of a widget's model. Members of every widget, such as <c>heading</c>, need not be added.</summary>
    /// <typeparam name="TModel">The type of the model.</typeparam>
    /// <param name="configure">Adds the members.</param>
    /// <returns>These members, for chaining.</returns>
    public TemplateMembers Add<TModel>(Action<TypeMembers<TModel>> configure)
        where TModel : WidgetModel
    {
        ArgumentNullException.ThrowIfNull(configure);
        var members = _types.Of<TModel>();
        configure(members.AddFrame());
        _models[typeof(TModel)] = model => members.Value((TModel)model);
        _shapes[_template] = _shapes.TryGetValue(_template, out var other) ? other.Join(members.Shape) : members.Shape;
        return this;
    }

    /// <summary>Adds the members of a part of models, such as an item of a list. If several widgets add the same type, the first one
    /// applies.</summary>
    /// <typeparam name="T">The type of the part.</typeparam>
    /// <param name="configure">Adds the members.</param>
    /// <returns>These members, for chaining.</returns>
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

    /// <summary>Finds the names in templates that their models and what is derived from them do not have.</summary>
    internal IReadOnlyList<TemplateError> FindUnknownNames(TemplateSet templates)
    {
        var check = templates.CheckNames();
        foreach (var (name, model) in _shapes) check.Follow(name, model);
        // The others are of widgets that are not known here, or partials that nothing calls.
        foreach (var name in templates.Names.Where(name => !TemplateName.IsPartial(name) && !check.HasFollowed(name)))
            check.Follow(name, ValueShape.Any);
        return check.Unknown;
    }

    internal FluidValue Value(WidgetModel model) => _models.TryGetValue(model.GetType(), out var value)
        ? value(model)
        : throw TemplateException.WithoutPlace(
            model.Frame.Widget,
            $"No members are added for {model.GetType().Name}: add them in the Describe of its WidgetDefinition.");
}
