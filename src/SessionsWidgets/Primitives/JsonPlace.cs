using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Says where a file that people write is no JSON, in lines and columns as editors count them, and why.</summary>
internal static class JsonPlace
{
    /// <summary>The place as ":line:column"; empty where it is not known.</summary>
    public static string Of(JsonException error, ReadOnlySpan<byte> json)
    {
        if (error.LineNumber is not { } line || error.BytePositionInLine is not { } position) return "";
        for (var i = 0L; i < line; i++) json = json[(json.IndexOf((byte)'\n') + 1)..];
        var column = 1 + Encoding.UTF8.GetCharCount(json[..(int)Math.Min(position, json.Length)]);
        return string.Create(CultureInfo.InvariantCulture, $":{line + 1}:{column}");
    }

    /// <summary>What is wrong, without the place that the message ends in: there lines are counted from 0, and bytes instead of
    /// characters.</summary>
    public static string Reason(JsonException error)
    {
        var end = error.Message.IndexOf(error.Path is null ? " LineNumber: " : " Path: ", StringComparison.Ordinal);
        return end < 0 ? error.Message : error.Message[..end];
    }
}
