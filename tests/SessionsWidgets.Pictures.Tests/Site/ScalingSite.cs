using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.Sandbox;

namespace SessionsWidgets.Pictures.Tests.Site;

/// <summary>A site on a free port that scales the pictures of its widgets, over a sandbox API of its own.</summary>
internal sealed class ScalingSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SandboxApi _sandbox;

    private ScalingSite(WebApplication app, SandboxApi sandbox)
    {
        (_app, _sandbox) = (app, sandbox);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<ScalingSite> StartAsync(
        Action<IServiceCollection>? configure = null, string? templates = null)
    {
        var sandbox = await SandboxApi.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SessionsWidgets:ApiBaseUrl"] = sandbox.BaseUrl.AbsoluteUri,
            ["SessionsWidgets:ApiKey"] = sandbox.ApiKey,
            ["SessionsWidgets:BusinessId"] = "stogies-chapin",
            ["SessionsWidgets:Pictures:Mode"] = "Proxy",
            ["SessionsWidgets:Pictures:Key"] = "the-key-of-these-tests-0123456789-abcdefghijklmnop",
            ["SessionsWidgets:Templates"] = templates,
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        configure?.Invoke(builder.Services);
        builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets")).AddPictureScaling();
        var app = builder.Build();
        app.MapSessionsWidgets("/widgets");
        await app.StartAsync();
        return new ScalingSite(app, sandbox);
    }

    /// <summary>The addresses of the pictures of a fragment: that of a usual screen, and those of others.</summary>
    public async Task<IReadOnlyList<(string Source, string[] Others)>> PicturesOfAsync(string fragment)
    {
        var document = new HtmlParser().ParseDocument(await Http.GetStringAsync(fragment));
        return
        [
            .. document.QuerySelectorAll("img").Select(img => (
                img.GetAttribute("src")!,
                img.GetAttribute("srcset")!.Split(", ").Select(candidate => candidate.Split(' ')[0]).ToArray())),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await _sandbox.DisposeAsync();
    }
}
