using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets.AspNetCore.Tests.Pictures;

/// <summary>A host of pictures on a free port, which answers as a test says. Thread-safe.</summary>
internal sealed class PictureHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Path, IHeaderDictionary Headers)> _requests = new();

    private PictureHost(WebApplication app) => _app = app;

    /// <summary>The requests that have arrived.</summary>
    public IReadOnlyList<(string Path, IHeaderDictionary Headers)> Requests => [.. _requests];

    public Uri Address => new(_app.Urls.First());

    /// <summary>What answers paths that have no answer of their own. Default: 404.</summary>
    public RequestDelegate Answer { get; set; } = static http =>
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    };

    public static async Task<PictureHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var host = new PictureHost(app);
        app.Run(host.AnswerAsync);
        await app.StartAsync();
        return host;
    }

    /// <summary>Sets the answer of a path.</summary>
    /// <returns>The address of the picture.</returns>
    public Uri Set(string path, RequestDelegate answer)
    {
        _answers[path] = answer;
        return new Uri(Address, path);
    }

    /// <summary>Sets a picture, or whatever the bytes are.</summary>
    public Uri Set(string path, byte[] bytes, string contentType = "image/png", string? tag = null) => Set(path, async http =>
    {
        if (tag is not null) http.Response.Headers.ETag = tag;
        if (tag is not null && http.Request.Headers.IfNoneMatch == tag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = contentType;
        await http.Response.Body.WriteAsync(bytes);
    });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        // The server uses its own again for other requests.
        _requests.Enqueue((path, new HeaderDictionary(http.Request.Headers.ToDictionary())));
        return (_answers.GetValueOrDefault(path) ?? Answer)(http);
    }
}
