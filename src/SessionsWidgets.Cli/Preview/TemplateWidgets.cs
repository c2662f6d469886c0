using SessionsWidgets.Preview;

namespace SessionsWidgets.Cli.Preview;

/// <summary>
/// The built-in widgets with the templates of a folder, and those that have a template there and no other part: they are shown with the
/// data of the built-in widget whose names they read. Thread-safe.
/// </summary>
/// <param name="folder">The folder; null for none.</param>
internal sealed class TemplateWidgets(string? folder)
{
    private readonly Lock _lock = new();
    private readonly PreviewWidget[] _builtIn = [.. BuiltIn(folder)];
    private IReadOnlyList<PreviewWidget>? _all;
    private string? _stamp;

    /// <summary>Finds the widgets as the folder is now.</summary>
    public IReadOnlyList<PreviewWidget> Find()
    {
        if (folder is null) return _builtIn;
        lock (_lock)
        {
            var stamp = TemplateFolder.Stamp(folder);
            if (_all is not null && stamp == _stamp) return _all;
            (_all, _stamp) = ([.. _builtIn, .. FindOwn(folder)], stamp);
            return _all;
        }
    }

    /// <summary>Finds the templates that no widget can have.</summary>
    public static IEnumerable<string> FindMisnamed(string folder)
    {
        try
        {
            return [.. OwnNames(TemplateFolder.Read(folder)).Where(static name => !IsWidget(name))];
        }
        catch (ParameterException)
        {
            // Each widget says what is wrong with the folder.
            return [];
        }
    }

    private static IEnumerable<PreviewWidget> BuiltIn(string? folder)
    {
        var renderers = new PreviewRenderers(client => Create(client, folder, WidgetCatalog.BuiltIn));
        return WidgetCatalog.BuiltIn.Definitions.Select(
            definition => new PreviewWidget(definition, renderers) { About = GalleryText.AboutWidget(definition.Name) });
    }

    private static WidgetRenderer Create(SessionsClient client, string? folder, WidgetCatalog catalog) =>
        new WidgetRenderer(client, new WidgetRendererOptions { TemplateFolder = folder, Catalog = catalog }).CreatePreview(client);

    private static List<PreviewWidget> FindOwn(string folder)
    {
        try
        {
            var own = TemplateFolder.Read(folder);
            var templates = new TemplateSet(new TemplateEngine(), own);
            return [.. OwnNames(own).Where(IsWidget).Select(name => WithDataOf(folder, name, templates))];
        }
        catch (ParameterException)
        {
            // Each widget says what is wrong with the folder.
            return [];
        }
    }

    private static IEnumerable<string> OwnNames(TemplateFolder own) => own.Templates.Keys
        .Where(static name => !TemplateName.IsPartial(name) && BuiltInTemplates.Find(name) is null)
        .Order(StringComparer.Ordinal);

    private static bool IsWidget(string name)
    {
        try
        {
            return WidgetCatalog.BuiltIn.Definitions[0].As(name).Name == name;
        }
        catch (ParameterException)
        {
            return false;
        }
    }

    /// <summary>The widget with the data that its template reads most of.</summary>
    private static PreviewWidget WithDataOf(string folder, string name, TemplateSet templates)
    {
        var fits = WidgetCatalog.BuiltIn.Definitions
            .Select(definition => (Definition: definition, Catalog: WidgetCatalog.Of(definition.As(name))))
            .Select(fit => (fit.Definition, fit.Catalog, Unknown: UnknownNames(fit.Catalog, name, templates)))
            .OrderBy(static fit => fit.Unknown.Count)
            .ToList();
        var (best, catalog, unknown) = fits[0];
        var others = fits.Skip(1).Where(static fit => fit.Unknown.Count == 0).Select(static fit => fit.Definition.Name).ToList();
        var also = unknown.Count == 0 && others.Count > 0 ? $" It can take that of {string.Join(", ", others)}, too." : "";
        return new PreviewWidget(catalog.Definitions[0], new PreviewRenderers(client => Create(client, folder, catalog)))
        {
            About = $"A template of your own, shown with the data of {best.Name}.{also}", Notes = unknown,
        };
    }

    private static List<string> UnknownNames(WidgetCatalog catalog, string name, TemplateSet templates) =>
    [
        .. new TemplateMembers(catalog).FindUnknownNames(templates)
            .Where(error => error.Template == name)
            .Select(static error => error.ToString()),
    ];
}
