using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets.GeneratorTests;

/// <summary>Serves a folder as hosting services do, on a free port.</summary>
internal sealed class StaticServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly PhysicalFileProvider _files;

    private StaticServer(WebApplication app, PhysicalFileProvider files)
    {
        (_app, _files) = (app, files);
        Url = new Uri(app.Urls.Single());
    }

    public Uri Url { get; }

    public static async Task<StaticServer> StartAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var files = new PhysicalFileProvider(folder);
        app.UseFileServer(new FileServerOptions { FileProvider = files });
        await app.StartAsync();
        return new StaticServer(app, files);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _files.Dispose();
    }
}
