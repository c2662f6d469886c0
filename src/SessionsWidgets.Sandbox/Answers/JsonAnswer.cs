using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SessionsWidgets.Sandbox.Answers;

/// <summary>The JSON of a successful answer.</summary>
internal abstract class JsonAnswer
{
    /// <summary>The services write text as it is, angle brackets too: a client has to cope.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Writes the body as UTF-8.</summary>
    /// <param name="baseUrl">Where the pictures are, without a slash at the end; null leaves their addresses out.</param>
    public ReadOnlyMemory<byte> ToUtf8(string? baseUrl)
    {
        var body = new ArrayBufferWriter<byte>(8192);
        using (var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = Encoder }))
            Write(json, baseUrl);
        return body.WrittenMemory;
    }

    /// <summary>Writes the body.</summary>
    protected abstract void Write(Utf8JsonWriter json, string? baseUrl);
}
