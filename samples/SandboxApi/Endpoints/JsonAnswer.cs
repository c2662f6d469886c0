using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SessionsWidgets.Samples.Sandbox.Endpoints;

/// <summary>A successful answer: JSON as UTF-8 with its length.</summary>
internal abstract class JsonAnswer : IResult
{
    /// <summary>The services write text as it is, angle brackets too: a client has to cope.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = new ArrayBufferWriter<byte>(8192);
        await using (var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = Encoder }))
            Write(json, $"{httpContext.Request.Scheme}://{httpContext.Request.Host}{httpContext.Request.PathBase}");
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = body.WrittenCount;
        await httpContext.Response.Body.WriteAsync(body.WrittenMemory, httpContext.RequestAborted);
    }

    /// <summary>Writes the body.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="baseUrl">What the client called this server, for addresses in the body; no slash at the end.</param>
    protected abstract void Write(Utf8JsonWriter json, string baseUrl);
}
