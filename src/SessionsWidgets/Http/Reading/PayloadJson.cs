using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SessionsWidgets;

/// <summary>Reads what upstream sends: JSON, not too deep, an envelope that says nothing twice, items of which most are whole.</summary>
internal static class PayloadJson
{
    private const int MaxDepth = 32;

    /// <summary>What is read of a payload. Whatever stands in it, this is the only exception.</summary>
    /// <exception cref="PayloadException">It cannot be used; tells why, without any of its text.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json, string? contentType, Func<JsonElement, T> read)
    {
        using var document = Parse(json, contentType);
        try
        {
            return read(document.RootElement);
        }
        catch (Exception e) when (e is not PayloadException)
        {
            throw new PayloadException($"the answer cannot be read ({e.GetType().Name})");
        }
    }

    /// <summary>
    /// The members of the envelope. A name that stands there twice says two things, so nothing of the answer is believed; within an
    /// item, it is the item that is not.
    /// </summary>
    /// <exception cref="PayloadException">It is no object, or a name stands there twice.</exception>
    public static Dictionary<string, JsonElement> Envelope(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new PayloadException("the answer is no JSON object");
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            // Names that had to be repaired are none that anyone looks for, and may have been different ones.
            var name = property.Name;
            if (members.TryAdd(name, property.Value) || name.Contains(PayloadText.Replacement, StringComparison.Ordinal)) continue;
            var shown = name is "data" or "meta" or "links" or "count" ? $"'{name}'" : "a name";
            throw new PayloadException(ApiFault.DuplicateKey, $"the answer has {shown} twice");
        }

        return members;
    }

    /// <summary>The items of the envelope's list.</summary>
    /// <exception cref="PayloadException">It has none.</exception>
    public static JsonElement[] Data(Dictionary<string, JsonElement> envelope) =>
        envelope.GetValueOrDefault("data") is { ValueKind: JsonValueKind.Array } data
            ? [.. data.EnumerateArray()]
            : throw new PayloadException("the answer has no list 'data'");

    /// <summary>What is read of each item; the broken ones, of which nothing can be read, are left out.</summary>
    /// <exception cref="PayloadException">More than half of them are broken.</exception>
    public static List<T> Items<T>(JsonElement[] items, Func<JsonElement, T?> read)
        where T : class
    {
        var found = new List<T>(items.Length);
        foreach (var item in items)
        {
            if (read(item) is { } one) found.Add(one);
        }

        var broken = items.Length - found.Count;
        if (broken * 2 <= items.Length) return found;
        throw new PayloadException(ApiFault.MostlyBroken, $"{broken} of {items.Length} items of the answer are broken");
    }

    /// <summary>An item; null when it is broken: no object, a name twice, too deep.</summary>
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

    /// <summary>A member of a part of the envelope; one of the kind "undefined" when there is no such part or member.</summary>
    public static JsonElement Member(JsonElement part, string name) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out var value) ? value : default;

    /// <summary>A whole number; null when it is none, or out of range.</summary>
    public static long? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    private static JsonDocument Parse(ReadOnlyMemory<byte> json, string? contentType)
    {
        try
        {
            return JsonDocument.Parse(PayloadText.Repair(json), new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException e)
        {
            throw Failure(json.Span, contentType, e);
        }
    }

    private static PayloadException Failure(ReadOnlySpan<byte> json, string? contentType, JsonException error)
    {
        var where = $"(line {error.LineNumber + 1}, byte {error.BytePositionInLine})";
        if (json.TrimStart(" \t\r\n"u8).StartsWith("<"u8) || contentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true)
            return new PayloadException(ApiFault.NotJson, "the answer is HTML or XML, such as a sign-in form or a proxy's notice");
        var hasMark = json.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || json.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        if (hasMark || json.IndexOf((byte)0) is >= 0 and < 4)
            return new PayloadException(ApiFault.Encoding, "the answer is not in UTF-8");
        if (IsTooDeep(json)) return new PayloadException(ApiFault.TooDeep, $"the answer is nested more than {MaxDepth} deep {where}");
        return new PayloadException(ApiFault.InvalidJson, $"the answer is not the JSON that is expected {where}");
    }

    private static bool IsTooDeep(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth > MaxDepth) return true;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return false;
    }
}
