using SessionsWidgets.Liquid;

namespace SessionsWidgets;

/// <summary>What templates may read of the widgets' models: the members named here and nothing else.</summary>
/// <remarks>Filled before the first template is compiled; read-only and thread-safe afterwards.</remarks>
public sealed class WidgetModels
{
    private readonly Dictionary<Type, Func<WidgetModel, LiquidValue>> _roots = [];

    internal WidgetModels(WidgetCatalog catalog)
    {
        Parts.AddSessions();
        Parts.AddGuests();
        Add<FallbackModel>(static _ => { });
        foreach (var type in catalog.Types) type.Describe?.Invoke(this);
    }

    /// <summary>The types below the models: parts and items of lists.</summary>
    public LiquidModels Parts { get; } = new();

    /// <summary>Names the members of a widget's model. Those that every widget has (<c>heading</c>, <c>language</c>, …) are there already.</summary>
    public WidgetModels Add<TModel>(Action<LiquidModel<TModel>> members)
        where TModel : WidgetModel
    {
        ArgumentNullException.ThrowIfNull(members);
        Parts.Add<TModel>(model =>
        {
            AddFrame(model);
            members(model);
        });
        _roots[typeof(TModel)] = model => Parts.Value((TModel)model);
        return this;
    }

    internal LiquidValue Value(WidgetModel model) => _roots.TryGetValue(model.GetType(), out var root)
        ? root(model)
        : throw new TemplateException(model.Frame.Widget, $"Nothing says what templates may read of {model.GetType().Name}: name its members in the Describe of its WidgetType.");

    private static void AddFrame<TModel>(LiquidModel<TModel> model)
        where TModel : WidgetModel => model
        .Member("widget", m => m.Frame.Widget)
        .Member("id", m => m.Frame.Id)
        .Member("class", m => m.Frame.CssClass)
        .Member("heading", m => m.Frame.Heading)
        .Member("show_heading", m => m.Frame.ShowHeading)
        .Member("heading_level", m => (long)m.Frame.HeadingLevel)
        .Member("dates", m => m.Frame.Dates == DateStyle.Absolute ? "absolute" : "relative")
        .Member("language", m => m.Frame.Language)
        .Member("direction", m => m.Frame.Direction)
        .Member("all_url", m => m.Frame.AllUrl);
}
