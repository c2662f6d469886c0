using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SessionsWidgets;

/// <summary>Reads JSON responses: limited depth, no duplicate keys in the envelope, and at least half of the items valid.</summary>
internal static class PayloadJson
{
    private const int MaxDepth = 32;
    private const NumberStyles InQuotes = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Parses and reads a response.</summary>
    /// <exception cref="PayloadException">The response is unusable; no other exception is thrown.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json, string? contentType, Func<JsonElement, T> read)
    {
        using var document = Parse(json, contentType);
        try
        {
            return read(document.RootElement);
        }
        catch (Exception e) when (e is not PayloadException)
        {
            throw new PayloadException($"the response cannot be read ({e.GetType().Name})");
        }
    }

    /// <summary>The members of the envelope. A duplicate name makes the whole response ambiguous; within an item, only that item.</summary>
    /// <exception cref="PayloadException">The root is not an object, or has a duplicate name.</exception>
    public static Dictionary<string, JsonElement> Envelope(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new PayloadException("the response is not a JSON object");
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            // Different names may be equal after a repair; none of them is read.
            var name = property.Name;
            if (members.TryAdd(name, property.Value) || name.Contains(PayloadText.Replacement, StringComparison.Ordinal)) continue;
            var shown = name is "data" or "meta" or "links" or "count" ? $"'{name}'" : "a name";
            throw new PayloadException(ApiFault.DuplicateKey, $"the response has {shown} twice");
        }

        return members;
    }

    /// <summary>The items of the list "data".</summary>
    /// <exception cref="PayloadException">There is no such list.</exception>
    public static JsonElement[] Data(Dictionary<string, JsonElement> envelope) =>
        envelope.GetValueOrDefault("data") is { ValueKind: JsonValueKind.Array } data
            ? [.. data.EnumerateArray()]
            : throw new PayloadException("the response has no list 'data'");

    /// <summary>Reads the items; broken ones, for which <paramref name="read"/> returns null, are left out.</summary>
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
        throw new PayloadException(ApiFault.MostlyBroken, $"{broken} of {items.Length} items of the response are broken");
    }

    /// <summary>Deserializes an item; null if it is not an object, has duplicate names, or is nested too deeply.</summary>
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

    /// <summary>A member of an object; undefined when there is no such object or member.</summary>
    public static JsonElement Member(JsonElement part, string name) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out var value) ? value : default;

    /// <summary>A whole number, also as <c>42.0</c>, <c>4.2e1</c> or in quotes; null if it is none or out of range.</summary>
    public static long? Number(JsonElement value)
    {
        decimal number = 0;
        var isNumber = value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDecimal(out number),
            JsonValueKind.String => decimal.TryParse(value.GetString(), InQuotes, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
        return isNumber && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : null;
    }

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
            return new PayloadException(ApiFault.NotJson, "the response is HTML or XML, such as a sign-in form or a proxy's notice");
        var hasMark = json.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || json.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        if (hasMark || json.IndexOf((byte)0) is >= 0 and < 4)
            return new PayloadException(ApiFault.Encoding, "the response is not in UTF-8");
        if (IsTooDeep(json)) return new PayloadException(ApiFault.TooDeep, $"the response is nested more than {MaxDepth} deep {where}");
        return new PayloadException(ApiFault.InvalidJson, $"the response is not valid JSON {where}");
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
