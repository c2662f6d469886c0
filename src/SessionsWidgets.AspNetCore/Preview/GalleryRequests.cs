using Microsoft.AspNetCore.Http;

namespace SessionsWidgets.Preview;

/// <summary>Answers requests with the files of the gallery, and tells open pages of changes. Thread-safe.</summary>
internal sealed class GalleryRequests(Gallery gallery, GalleryChanges changes)
{
    private const string Events = "events";

    /// <param name="context">The request, a GET or HEAD.</param>
    /// <param name="path">The path below the gallery, without a slash at its start.</param>
    /// <param name="stylesheets">The addresses of the stylesheets, relative to the gallery or absolute.</param>
    /// <param name="cancellationToken">Ends with the request, or with the server.</param>
    public async Task RespondAsync(
        HttpContext context, string path, IReadOnlyList<string> stylesheets, CancellationToken cancellationToken)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (path == Events)
        {
            await TellAsync(context, cancellationToken);
            return;
        }

        // Before the page is rendered, so that later changes are reported.
        var links = new GalleryLinks(stylesheets, $"{Events}?stamp={changes.Stamp}");
        var name = path.Length == 0 || path[^1] == '/' ? path + Gallery.Index : path;
        var file = await gallery.FindAsync(name, links, cancellationToken);
        if (file is null) context.Response.StatusCode = StatusCodes.Status404NotFound;
        file ??= gallery.NotFound(string.Concat(Enumerable.Repeat("../", path.Count(static c => c == '/'))), links);
        headers.ContentSecurityPolicy = PolicyFor(stylesheets);
        context.Response.ContentType = file.ContentType;
        context.Response.ContentLength = file.Content.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(file.Content, cancellationToken);
    }

    private static string PolicyFor(IReadOnlyList<string> stylesheets)
    {
        var others = stylesheets
            .Select(static address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && !uri.IsFile ? uri : null)
            .OfType<Uri>()
            .Select(static uri => $" {uri.GetLeftPart(UriPartial.Authority)}")
            .Distinct();
        return "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self' data:; "
            + $"style-src 'self'{string.Concat(others)}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
    }

    /// <summary>Tells an open page, by server-sent events, whenever it may look different.</summary>
    private async Task TellAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var stamp = context.Request.Query["stamp"].ToString();
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync(": following\n\n", cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
        while (HttpMethods.IsGet(context.Request.Method))
        {
            var changed = changes.Changed;
            if (changes.Stamp is var now && now != stamp)
            {
                stamp = now;
                await context.Response.WriteAsync($"data: {stamp}\n\n", cancellationToken);
                await context.Response.Body.FlushAsync(cancellationToken);
            }

            await changed.WaitAsync(cancellationToken);
        }
    }
}
