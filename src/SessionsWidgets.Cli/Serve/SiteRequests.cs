using Microsoft.AspNetCore.Http;
using SessionsWidgets.Cli.Build;

namespace SessionsWidgets.Cli.Serve;

/// <summary>Answers requests with the files of a site. Thread-safe.</summary>
/// <param name="site">The site.</param>
/// <param name="error">Receives what goes wrong.</param>
internal sealed class SiteRequests(ServedSite site, TextWriter error)
{
    /// <summary>Tells this run from others: a page that one of those has sent is loaded again.</summary>
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    /// <param name="context">The request.</param>
    /// <param name="port">The port of the server.</param>
    /// <param name="cancellationToken">Ends with the request, or with the server.</param>
    public async Task RespondAsync(HttpContext context, int port, CancellationToken cancellationToken)
    {
        var request = context.Request;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        // Another site's name that leads here would let that site read what is here.
        if (!IsOwn(request.Host, port))
        {
            await SendTextAsync(
                context,
                StatusCodes.Status403Forbidden,
                $"This server answers requests to localhost:{port}, 127.0.0.1:{port} and [::1]:{port} only.",
                cancellationToken);
            return;
        }

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            await SendTextAsync(
                context, StatusCodes.Status405MethodNotAllowed, "This server answers GET and HEAD only.", cancellationToken);
            return;
        }

        try
        {
            await FindAsync(context, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException && !context.Response.HasStarted)
        {
            await error.WriteLineAsync($"sessions-widgets: {request.Path}: {e.Message}");
            await SendTextAsync(context, StatusCodes.Status500InternalServerError, e.Message, cancellationToken);
        }
    }

    private static bool IsOwn(HostString host, int port) =>
        (host.Port ?? 80) == port && host.Host.ToLowerInvariant() is "localhost" or "127.0.0.1" or "[::1]";

    private static string OriginOf(HttpRequest request) => $"http://{request.Host.Value}";

    private static Task SendTextAsync(HttpContext context, int status, string text, CancellationToken cancellationToken) =>
        SendAsync(context, status, "text/plain; charset=utf-8", System.Text.Encoding.UTF8.GetBytes($"{text}\n"), cancellationToken);

    private static async Task SendAsync(
        HttpContext context, int status, string type, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(content, cancellationToken);
    }

    private async Task FindAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var path = context.Request.Path.Value ?? "";
        var now = await site.GetAsync(cancellationToken);
        switch (path)
        {
            case ReloadScript.Path:
                await SendAsync(context, StatusCodes.Status200OK, "text/javascript; charset=utf-8", ReloadScript.Text, cancellationToken);
                return;
            case ReloadScript.EventsPath:
                await TellAsync(context, cancellationToken);
                return;
        }

        var (file, redirect) = now.Find(path);
        if (redirect is not null)
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = new PathString(redirect).ToUriComponent() + context.Request.QueryString.ToUriComponent();
            return;
        }

        switch (file)
        {
            case ServedPage page:
                await SendPageAsync(context, now, page, StatusCodes.Status200OK, cancellationToken);
                break;
            case ServedAsset asset:
                await SendAssetAsync(context, now, asset, cancellationToken);
                break;
            case ServedContent content:
                var type = ContentTypes.Of(content.Name);
                type = ContentTypes.IsText(type) ? ContentTypes.WithEncoding(type, content.Content) : type;
                await SendAsync(context, StatusCodes.Status200OK, type, content.Content, cancellationToken);
                break;
            case null when now.Pictures?.Find(path.TrimStart('/')) is { } picture:
                await SendAsync(context, StatusCodes.Status200OK, ContentTypes.Of(picture.Name!), picture.Bytes, cancellationToken);
                break;
            default:
                if (now.Files.GetValueOrDefault("404.html") is ServedPage notFound)
                    await SendPageAsync(context, now, notFound, StatusCodes.Status404NotFound, cancellationToken);
                else
                    await SendErrorsAsync(context, now, StatusCodes.Status404NotFound, "There is no such page", [], cancellationToken);
                break;
        }
    }

    private async Task SendPageAsync(
        HttpContext context, SiteSnapshot now, ServedPage page, int status, CancellationToken cancellationToken)
    {
        if (now.Failure is { } failure)
        {
            BuildReport.Message[] errors = [new("", 0, 0, IsError: true, failure)];
            await SendErrorsAsync(
                context, now, StatusCodes.Status500InternalServerError, "The site cannot be built", errors, cancellationToken);
            return;
        }

        var (content, report) = await site.BuildAsync(now, page, new PageContent(), cancellationToken);
        if (content is not { } built)
        {
            var title = $"{page.Name} cannot be built";
            await SendErrorsAsync(
                context, now, StatusCodes.Status500InternalServerError, title, report.ErrorMessages, cancellationToken);
            return;
        }

        var path = context.Request.Path.Value!;
        var bytes = ReloadScript.PutInto(built.Span, OriginOf(context.Request), path, StampOf(now, path));
        await SendAsync(context, status, ContentTypes.OfPage(page.Name, page.Source!.Encoding), bytes, cancellationToken);
    }

    private async Task SendAssetAsync(HttpContext context, SiteSnapshot now, ServedAsset asset, CancellationToken cancellationToken)
    {
        var errors = site.CheckAsset(now, asset).ErrorMessages;
        if (errors.Count > 0 || !File.Exists(asset.File.Path))
        {
            var title = $"{asset.Name} cannot be shown";
            await SendErrorsAsync(context, now, StatusCodes.Status500InternalServerError, title, errors, cancellationToken);
            return;
        }

        var type = ContentTypes.Of(asset.Name);
        if (ContentTypes.IsText(type))
        {
            var text = await File.ReadAllBytesAsync(asset.File.Path, cancellationToken);
            await SendAsync(context, StatusCodes.Status200OK, ContentTypes.WithEncoding(type, text), text, cancellationToken);
            return;
        }

        await using var stream = File.OpenRead(asset.File.Path);
        context.Response.ContentType = type;
        context.Response.ContentLength = stream.Length;
        if (HttpMethods.IsGet(context.Request.Method)) await stream.CopyToAsync(context.Response.Body, cancellationToken);
    }

    private Task SendErrorsAsync(
        HttpContext context, SiteSnapshot now, int status, string title, IReadOnlyList<BuildReport.Message> errors,
        CancellationToken cancellationToken)
    {
        var path = context.Request.Path.Value ?? "";
        var script = ReloadScript.Element(OriginOf(context.Request), path, StampOf(now, path));
        return SendAsync(context, status, ContentTypes.Page, ErrorPage.Of(title, errors, script), cancellationToken);
    }

    /// <summary>Tells an open page, by server-sent events, whenever it has become another one.</summary>
    private async Task TellAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var path = context.Request.Query["path"].ToString();
        var stamp = context.Request.Query["stamp"].ToString();
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync(": following\n\n", cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
        if (HttpMethods.IsHead(context.Request.Method)) return;
        while (true)
        {
            var changed = site.Changed;
            var now = StampOf(await site.GetAsync(cancellationToken), path);
            if (now != stamp)
            {
                stamp = now;
                await context.Response.WriteAsync($"data: {stamp}\n\n", cancellationToken);
                await context.Response.Body.FlushAsync(cancellationToken);
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private string StampOf(SiteSnapshot now, string path) => $"{_run}.{now.StampOf(path)}";
}
