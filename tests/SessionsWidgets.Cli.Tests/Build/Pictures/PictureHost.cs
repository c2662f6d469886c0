using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Pictures;

namespace SessionsWidgets.Cli.Tests.Build.Pictures;

/// <summary>An API whose sessions have pictures, and the host of these, on a free port.</summary>
internal sealed class PictureHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly TaskCompletionSource _isAskedForOthers = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PictureHost(WebApplication app)
    {
        _app = app;
    }

    /// <summary>The names of the pictures, one for each person; the last one is a cigar's as well.</summary>
    public List<string> Names { get; } = ["one", "two"];

    /// <summary>What each picture is; status 404 for others.</summary>
    public ConcurrentDictionary<string, (int Status, string Type, byte[] Bytes)> Pictures { get; } = new();

    /// <summary>Names of faults among the names, whose pictures fail by them.</summary>
    public Dictionary<string, string> Faults { get; } = [];

    /// <summary>The requests of pictures, each with its status.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public Uri Url { get; private set; } = null!;

    /// <summary>The smallest PNG, which is told from others by its number.</summary>
    public static byte[] Png(byte number) =>
        [0x89, .. "PNG"u8, 13, 10, 26, 10, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 8, 0, 0, 0, 8, 8, 6, 0, 0, 0, number];

    public static async Task<PictureHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = new PictureHost(builder.Build());
        host._app.Run(host.AnswerAsync);
        await host._app.StartAsync();
        host.Url = new Uri(host._app.Urls.Single());
        foreach (var (name, number) in host.Names.Select((name, i) => (name, i)))
            host.Pictures[name] = (StatusCodes.Status200OK, "image/png", Png((byte)number));
        return host;
    }

    public void Forget() => _requests.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string SessionOf(string name)
    {
        var cigar = $$"""{"id":"c","name":"Toro","imageUrl":"{{Url}}p/{{Names[^1]}}"}""";
        return Sessions.Item($"s-{name}", more: $"\"cigar\":{cigar}").Replace(
            "\"user\":{", $"\"user\":{{\"avatarUrl\":\"{Url}p/{name}\",", StringComparison.Ordinal);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (!path.StartsWith("/p/", StringComparison.Ordinal))
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(Sessions.Page(Names.Select(SessionOf)));
            return;
        }

        if (Faults.TryGetValue(path["/p/".Length..], out var fault))
        {
            await PictureFaults.AnswerAsync(context, fault, new Uri("http://127.0.0.2:9/"));
            return;
        }

        var (status, type, bytes) = Pictures.GetValueOrDefault(path["/p/".Length..], (StatusCodes.Status404NotFound, "text/plain", []));
        // A 429 keeps requests back that are not sent yet: the other picture of a page is asked for before it.
        if (status == StatusCodes.Status429TooManyRequests) await _isAskedForOthers.Task.WaitAsync(context.RequestAborted);
        else _isAskedForOthers.TrySetResult();
        var tag = $"\"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes))[..8]}\"";
        var isKnown = status == StatusCodes.Status200OK && context.Request.Headers.IfNoneMatch == tag;
        context.Response.StatusCode = isKnown ? StatusCodes.Status304NotModified : status;
        _requests.Enqueue($"{path} {context.Response.StatusCode}");
        context.Response.Headers.ETag = tag;
        if (isKnown) return;
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(bytes);
    }
}
