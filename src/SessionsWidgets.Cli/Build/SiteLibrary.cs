using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.Cli.Build;

/// <summary>What renders the widgets of a site.</summary>
/// <param name="Renderer">Renders them.</param>
/// <param name="Businesses">Finds their businesses.</param>
/// <param name="Sources">Says where the settings are from.</param>
internal sealed record SiteLibrary(WidgetRenderer Renderer, BusinessDirectory Businesses, SettingSources Sources)
{
    /// <exception cref="Exception">The settings or the folder of templates cannot be used.</exception>
    public static SiteLibrary From(IServiceProvider services) => With(services, services.GetRequiredService<WidgetRenderer>());

    /// <summary>Reads the templates again; the client with its data stays.</summary>
    /// <exception cref="ParameterException">The folder of templates cannot be used.</exception>
    public static SiteLibrary WithTemplates(IServiceProvider services, string? folder)
    {
        if (folder is not null)
            TemplateFolder.CheckExists(folder, $"{SiteOptions.SettingsSection}:{nameof(SessionsWidgetsOptions.Templates)}");
        var client = services.GetRequiredService<SessionsClient>();
        return With(services, new WidgetRenderer(client, new WidgetRendererOptions { TemplateFolder = folder }));
    }

    private static SiteLibrary With(IServiceProvider services, WidgetRenderer renderer) =>
        new(renderer, services.GetRequiredService<BusinessDirectory>(), services.GetRequiredService<SettingSources>());
}
