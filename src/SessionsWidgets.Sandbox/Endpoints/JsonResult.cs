using SessionsWidgets.Sandbox.Answers;

namespace SessionsWidgets.Sandbox.Endpoints;

/// <summary>A successful answer: JSON as UTF-8 with its length.</summary>
internal sealed class JsonResult(JsonAnswer answer) : IResult
{
    /// <summary>The answer to a query, or the refusal of its first bad parameter.</summary>
    public static IResult Of(IQueryCollection query, Func<QueryReader, JsonAnswer> read)
    {
        var reader = new QueryReader(name => query[name]);
        JsonAnswer answer = read(reader);
        return reader.Error is { } error ? ApiError.BadParameter(error.Parameter, error.Message) : new JsonResult(answer);
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpRequest request = httpContext.Request;
        // Addresses in the body begin with what the client called this server.
        ReadOnlyMemory<byte> body = answer.ToUtf8($"{request.Scheme}://{request.Host}{request.PathBase}");
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
