using Microsoft.AspNetCore.Http;
using SessionsWidgets.Cli.Build;

namespace SessionsWidgets.Cli.Serve;

/// <summary>Answers requests with the files of a site. Thread-safe.</summary>
/// <param name="site">The site.</param>
internal sealed class SiteRequests(ServedSite site)
{
    /// <summary>Tells this run from others: a page that one of those has sent is loaded again.</summary>
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    /// <summary>Answers a GET or HEAD.</summary>
    public async Task RespondAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var path = context.Request.Path.Value ?? "";
        var now = await site.GetAsync(cancellationToken);
        switch (path)
        {
            case ReloadScript.Path:
                await LocalRequests.SendAsync(
                    context, StatusCodes.Status200OK, "text/javascript; charset=utf-8", ReloadScript.Text, cancellationToken);
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
                await LocalRequests.SendAsync(context, StatusCodes.Status200OK, type, content.Content, cancellationToken);
                break;
            case null when now.Pictures?.Find(path.TrimStart('/')) is { } picture:
                await LocalRequests.SendAsync(
                    context, StatusCodes.Status200OK, ContentTypes.Of(picture.Name!), picture.Bytes, cancellationToken);
                break;
            default:
                if (now.Files.GetValueOrDefault("404.html") is ServedPage notFound)
                    await SendPageAsync(context, now, notFound, StatusCodes.Status404NotFound, cancellationToken);
                else
                    await SendErrorsAsync(context, now, StatusCodes.Status404NotFound, "There is no such page", [], cancellationToken);
                break;
        }
    }

    private static string OriginOf(HttpRequest request) => $"http://{request.Host.Value}";

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
        await LocalRequests.SendAsync(
            context, status, ContentTypes.OfPage(page.Name, page.Source!.Encoding), bytes, cancellationToken);
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
            await LocalRequests.SendAsync(
                context, StatusCodes.Status200OK, ContentTypes.WithEncoding(type, text), text, cancellationToken);
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
        return LocalRequests.SendAsync(context, status, ContentTypes.Page, ErrorPage.Of(title, errors, script), cancellationToken);
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
