using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Says where JSON is wrong, with line and column as editors count them.</summary>
internal static class JsonErrorLocation
{
    /// <summary>The position of a syntax error as ":line:column"; empty if unknown.</summary>
    public static string Of(JsonException error, ReadOnlySpan<byte> json)
    {
        if (error.LineNumber is not { } line || error.BytePositionInLine is not { } position) return "";
        var start = 0;
        for (var i = 0L; i < line; i++) start += json[start..].IndexOf((byte)'\n') + 1;
        return Of(json, start + position);
    }

    /// <summary>The position of a value as ":line:column"; that of its parent where there is no such value.</summary>
    /// <param name="json">Valid JSON, which may have comments and trailing commas.</param>
    /// <param name="path">Names of properties, and indexes in lists.</param>
    public static string Of(ReadOnlySpan<byte> json, params ReadOnlySpan<string> path)
    {
        var reader = new Utf8JsonReader(
            json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        var position = reader.TokenStartIndex;
        foreach (var name in path)
        {
            if (!(reader.TokenType == JsonTokenType.StartArray ? MoveToItem(ref reader, name) : MoveToProperty(ref reader, name))) break;
            position = reader.TokenStartIndex;
        }

        return Of(json, position);
    }

    /// <summary>The message without its position, which counts lines from 0 and bytes instead of characters, and without what it says of
    /// the reader.</summary>
    public static string Reason(JsonException error)
    {
        string[] ends = [error.Path is null ? " LineNumber: " : " Path: ", " Expected the input to start with a valid JSON token,"];
        var end = ends.Select(text => error.Message.IndexOf(text, StringComparison.Ordinal)).Where(static at => at >= 0);
        return error.Message[..end.DefaultIfEmpty(error.Message.Length).Min()];
    }

    private static string Of(ReadOnlySpan<byte> json, long position)
    {
        var before = json[..(int)Math.Min(position, json.Length)];
        var line = 1 + before.Count((byte)'\n');
        var column = 1 + Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]);
        return string.Create(CultureInfo.InvariantCulture, $":{line}:{column}");
    }

    private static bool MoveToProperty(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt) return true;
            reader.Skip();
        }

        return false;
    }

    private static bool MoveToItem(ref Utf8JsonReader reader, string index)
    {
        for (var left = int.Parse(index, CultureInfo.InvariantCulture); reader.Read() && reader.TokenType != JsonTokenType.EndArray; left--)
        {
            if (left == 0) return true;
            reader.Skip();
        }

        return false;
    }
}
