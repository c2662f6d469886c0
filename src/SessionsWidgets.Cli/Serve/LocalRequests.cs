using System.Text;
using Microsoft.AspNetCore.Http;

namespace SessionsWidgets.Cli.Serve;

/// <summary>Answers requests from this machine's browsers alone. Thread-safe.</summary>
/// <param name="respond">Answers a GET or HEAD.</param>
/// <param name="error">Receives what goes wrong.</param>
internal sealed class LocalRequests(Func<HttpContext, CancellationToken, Task> respond, TextWriter error)
{
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
            await respond(context, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException && !context.Response.HasStarted)
        {
            await error.WriteLineAsync($"sessions-widgets: {request.Path}: {e.Message}");
            await SendTextAsync(context, StatusCodes.Status500InternalServerError, e.Message, cancellationToken);
        }
    }

    /// <summary>Sends an answer.</summary>
    public static async Task SendAsync(
        HttpContext context, int status, string type, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(content, cancellationToken);
    }

    private static Task SendTextAsync(HttpContext context, int status, string text, CancellationToken cancellationToken) =>
        SendAsync(context, status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes($"{text}\n"), cancellationToken);

    private static bool IsOwn(HostString host, int port) =>
        (host.Port ?? 80) == port && host.Host.ToLowerInvariant() is "localhost" or "127.0.0.1" or "[::1]";
}
