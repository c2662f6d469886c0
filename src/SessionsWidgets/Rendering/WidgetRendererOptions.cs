namespace SessionsWidgets;

/// <summary>The options of a <see cref="WidgetRenderer"/>. Immutable.</summary>
public sealed class WidgetRendererOptions
{
    /// <summary>The available widgets. Default: the built-in ones.</summary>
    public WidgetCatalog Catalog { get; init; } = WidgetCatalog.BuiltIn;

    /// <summary>The folder of the host's templates, which replace built-in ones of the same name. Default: none.</summary>
    public string? TemplateFolder { get; init; }

    /// <summary>Whether changed files are reloaded at the next rendering, for development. Default: false.</summary>
    public bool ReloadTemplates { get; init; }

    /// <summary>Whether errors are shown in place of the widget, and below it why data is missing, for development. Default: false, the
    /// fallback is shown alone.</summary>
    public bool ShowErrors { get; init; }

    /// <summary>The host's own filters and tags. Default: none.</summary>
    public TemplateExtensions? Extensions { get; init; }

    /// <summary>Whether the templates are untrusted: the filter <c>raw</c> is an error then. Default: false.</summary>
    public bool UntrustedTemplates { get; init; }

    /// <summary>Whether all is example data, see <see cref="WidgetRenderer.CreatePreview"/>.</summary>
    internal bool IsPreview { get; init; }
}
