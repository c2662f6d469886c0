using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.AspNetCore.Tests.Components;

/// <summary>The site of the tags' tests with the Blazor pages of this folder.</summary>
internal static class BlazorSite
{
    public static Task<TestSite> StartAsync(
        string environment = "Production",
        Action<SessionsWidgetsBuilder>? configure = null,
        params (string Key, string Value)[] settings) => TestSite.StartAsync(
        environment,
        widgets =>
        {
            widgets.Services.AddRazorComponents();
            configure?.Invoke(widgets);
        },
        app =>
        {
            app.UseAntiforgery();
            app.MapRazorComponents<App>();
        },
        settings);

    /// <summary>What the page has in its main element, as it was sent.</summary>
    public static async Task<string> MainAsync(this TestSite site, string path)
    {
        var html = await site.Http.GetStringAsync(new Uri(path, UriKind.Relative));
        var start = html.IndexOf("<main>", StringComparison.Ordinal);
        var end = html.IndexOf("</main>", StringComparison.Ordinal);
        return start < 0 || end < 0 ? throw new InvalidOperationException(html) : html[(start + "<main>".Length)..end];
    }

    /// <summary>The widget of a page.</summary>
    public static async Task<IElement> SectionAsync(this TestSite site, string path)
    {
        var html = await site.MainAsync(path);
        return new HtmlParser().ParseDocument(html).QuerySelector("section") ?? throw new InvalidOperationException(html);
    }
}
