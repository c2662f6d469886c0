using System.Net.Http;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests.Pictures;

/// <summary>A site that serves the pictures of its widgets, and a host of pictures.</summary>
internal sealed class PictureSite : IAsyncDisposable
{
    public const string Key = "the-key-of-these-tests-0123456789-abcdefghijklmnop";

    private readonly TemporaryFolder _templates;

    private PictureSite(TestSite site, PictureHost host, TemporaryFolder templates) => (Site, Host, _templates) = (site, host, templates);

    public TestSite Site { get; }

    public PictureHost Host { get; }

    public HttpClient Http => Site.Http;

    public ManualClock Clock => Site.Clock;

    public static async Task<PictureSite> StartAsync(
        TimeProvider? clock = null, Action<SessionsWidgetsBuilder>? configure = null, Action<WebApplication>? map = null,
        params (string Key, string Value)[] settings)
    {
        var host = await PictureHost.StartAsync();
        var templates = new TemporaryFolder();
        templates.Write(OnePicture.Template, OnePicture.Liquid);
        var site = await TestSite.StartAsync(
            clock ?? new ManualClock(),
            "Production",
            builder =>
            {
                builder.AddWidget(OnePicture.Type);
                configure?.Invoke(builder);
            },
            map ?? (static app => app.MapSessionsWidgets("/widgets")),
            [
                .. new[]
                {
                    ("SessionsWidgets:Templates", templates.Path), ("SessionsWidgets:Pictures:Mode", "Proxy"),
                    ("SessionsWidgets:Pictures:Key", Key),
                }.ExceptBy(settings.Select(s => s.Key), s => s.Item1),
                .. settings,
            ]);
        return new PictureSite(site, host, templates);
    }

    /// <summary>The address that a widget writes for a picture; null if it shows none.</summary>
    public async Task<string?> AddressOfAsync(Uri picture, BusinessOptions? business = null, string? pathBase = null)
    {
        var renderer = Site.Services.GetRequiredService<WidgetRenderer>();
        var client = Site.Services.GetRequiredService<SessionsClient>();
        var html = await renderer.RenderAsync(
            client.GetBusiness(business ?? new BusinessOptions { BusinessId = "stogies-chapin" }), new OnePicture { Address = picture },
            new RenderRequest { PathBase = pathBase });
        html.Error.ShouldBeNull();
        return new HtmlParser().ParseDocument(html.ToString()).QuerySelector("img")?.GetAttribute("src");
    }

    /// <summary>Gets a picture as a browser does.</summary>
    public async Task<HttpResponseMessage> GetAsync(Uri picture) => await Http.GetAsync(await AddressOfAsync(picture));

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Host.DisposeAsync();
        _templates.Dispose();
    }
}
