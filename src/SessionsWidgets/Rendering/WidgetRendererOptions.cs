namespace SessionsWidgets;

/// <summary>What a <see cref="WidgetRenderer"/> renders with. Immutable.</summary>
public sealed class WidgetRendererOptions
{
    /// <summary>The widgets that there are. Default: the built-in ones.</summary>
    public WidgetCatalog Catalog { get; init; } = WidgetCatalog.BuiltIn;

    /// <summary>The host's folder of templates; a file in it replaces the built-in one of the same name. Default: none.</summary>
    public string? TemplateFolder { get; init; }

    /// <summary>Whether a changed file takes effect at the next rendering; for development. Default: false.</summary>
    public bool ReloadTemplates { get; init; }

    /// <summary>Whether an error is shown in place of its widget; for development. Default: false, the fallback is shown.</summary>
    public bool ShowErrors { get; init; }

    /// <summary>Filters and tags of the host's own. Default: none.</summary>
    public TemplateExtensions? Extensions { get; init; }

    /// <summary>
    /// Whether the templates of the folder come from somebody who may not write HTML that visitors sent: the filter
    /// <c>raw</c> is an error then. Default: false.
    /// </summary>
    public bool UntrustedTemplates { get; init; }
}
