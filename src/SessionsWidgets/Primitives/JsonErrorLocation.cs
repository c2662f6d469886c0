using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Describes a JSON syntax error, with line and column as editors count them.</summary>
internal static class JsonErrorLocation
{
    /// <summary>The position as ":line:column"; empty when unknown.</summary>
    public static string Of(JsonException error, ReadOnlySpan<byte> json)
    {
        if (error.LineNumber is not { } line || error.BytePositionInLine is not { } position) return "";
        for (var i = 0L; i < line; i++) json = json[(json.IndexOf((byte)'\n') + 1)..];
        var column = 1 + Encoding.UTF8.GetCharCount(json[..(int)Math.Min(position, json.Length)]);
        return string.Create(CultureInfo.InvariantCulture, $":{line + 1}:{column}");
    }

    /// <summary>The message without its position, which counts lines from 0 and bytes instead of characters.</summary>
    public static string Reason(JsonException error)
    {
        var end = error.Message.IndexOf(error.Path is null ? " LineNumber: " : " Path: ", StringComparison.Ordinal);
        return end < 0 ? error.Message : error.Message[..end];
    }
}
