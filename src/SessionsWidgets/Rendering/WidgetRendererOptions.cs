namespace SessionsWidgets;

/// <summary>The options of a <see cref="WidgetRenderer"/>. Immutable.</summary>
public sealed class WidgetRendererOptions
{
    /// <summary>The available widgets. Default: the built-in ones.</summary>
    public WidgetCatalog Catalog { get; init; } = WidgetCatalog.BuiltIn;

    /// <summary>The folder of the host's templates and locales, which replace built-in ones of the same name. Default: none.</summary>
    public string? TemplateFolder { get; init; }

    /// <summary>Whether changed files of the folder are reloaded at the next rendering, for development. Default: false.</summary>
    public bool ReloadTemplates { get; init; }

    /// <summary>Whether an error is shown in place of a widget, and below it the cause of missing data, for development. Default: false;
    /// visitors see only the fallback content.</summary>
    public bool ShowErrors { get; init; }

    /// <summary>The filters and tags of the host. Default: none.</summary>
    public TemplateExtensions? Extensions { get; init; }

    /// <summary>Whether the templates are untrusted: then the filter <c>raw</c> is an error. Default: false.</summary>
    public bool UntrustedTemplates { get; init; }

    /// <summary>Whether all data is example data; see <see cref="WidgetRenderer.CreatePreview"/>.</summary>
    internal bool IsPreview { get; init; }
}
