using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SessionsWidgets;

/// <summary>Takes an answer of the guest Wi-Fi API apart. Errors tell where it is broken, and nothing of what stands there.</summary>
internal static class GuestJson
{
    private const int MaxDepth = 32;

    /// <exception cref="PayloadException">The answer is not the JSON that is expected.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new PayloadException($"the answer is not the JSON that is expected (line {e.LineNumber + 1}, byte {e.BytePositionInLine})");
        }
    }

    /// <summary>The member of an envelope. A name that stands there twice says two things, so nothing of the answer is believed.</summary>
    /// <exception cref="PayloadException">The envelope is no object, or has a name twice.</exception>
    public static JsonElement? Member(JsonElement envelope, string name)
    {
        if (envelope.ValueKind != JsonValueKind.Object) throw new PayloadException("the answer is no JSON object");
        var names = new HashSet<string>(StringComparer.Ordinal);
        JsonElement? found = null;
        foreach (var property in envelope.EnumerateObject())
        {
            if (!names.Add(property.Name)) throw new PayloadException("the answer has a name twice");
            if (property.NameEquals(name)) found = property.Value;
        }

        return found;
    }

    /// <summary>An item; null when it is broken.</summary>
    public static T? Item<T>(JsonElement item, JsonTypeInfo<T> type)
        where T : class
    {
        if (item.ValueKind != JsonValueKind.Object) return null;
        try
        {
            return item.Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
