using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Reads the outside of an upstream answer: JSON, not too deep, an object that says nothing twice.</summary>
internal static class PayloadJson
{
    /// <exception cref="PayloadException">It is no JSON; tells what it is instead, without any of its text.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json, int maxDepth, string? contentType)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = maxDepth });
        }
        catch (JsonException e)
        {
            throw Failure(json.Span, maxDepth, contentType, e);
        }
    }

    /// <summary>The members of the envelope. A name that stands there twice says two things, so nothing of the answer is believed; within an item, only the item is.</summary>
    /// <exception cref="PayloadException">It is no object, or a name stands there twice.</exception>
    public static Dictionary<string, JsonElement> Envelope(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new PayloadException("the answer is no JSON object");
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            if (NameOf(property) is { } name && !members.TryAdd(name, property.Value))
                throw new PayloadException(ApiFault.DuplicateKey, $"the answer has '{(name is "data" or "meta" or "links" ? name : "a name")}' twice");
        }

        return members;
    }

    /// <summary>Null for a name that is no text (lone surrogates, broken UTF-8): it is none that anyone looks for.</summary>
    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static PayloadException Failure(ReadOnlySpan<byte> json, int maxDepth, string? contentType, JsonException error)
    {
        var where = $"(line {error.LineNumber + 1}, byte {error.BytePositionInLine})";
        if (json.TrimStart((byte)' ').StartsWith("<"u8) || contentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true)
            return new PayloadException(ApiFault.NotJson, "the answer is a page of HTML or XML, such as a login or a notice of a proxy");
        if (json.IndexOf((byte)0) is >= 0 and < 4 || json.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || json.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return new PayloadException(ApiFault.Encoding, "the answer is not in UTF-8");
        if (IsTooDeep(json, maxDepth)) return new PayloadException(ApiFault.TooDeep, $"the answer is nested more than {maxDepth} deep {where}");
        return new PayloadException(ApiFault.InvalidJson, $"the answer is not the JSON that is expected {where}");
    }

    private static bool IsTooDeep(ReadOnlySpan<byte> json, int maxDepth)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth > maxDepth) return true;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return false;
    }
}
