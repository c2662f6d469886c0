using System.Text.Json;
using System.Text.Json.Serialization;

namespace SessionsWidgets;

/// <summary>A file of <c>templates/locales</c>; what it leaves out is null.</summary>
internal sealed record LocaleFile
{
    public required string Language { get; init; }

    public string? Direction { get; init; }

    public string? Decimal { get; init; }

    public string? Group { get; init; }

    public string[]? Months { get; init; }

    public string[]? MonthsShort { get; init; }

    public string[]? Days { get; init; }

    public string[]? DaysShort { get; init; }

    public Dictionary<string, string?>? Dates { get; init; }

    /// <summary>A text, or an object with a text for each plural category.</summary>
    public Dictionary<string, JsonElement>? Texts { get; init; }

    /// <param name="json">The content.</param>
    /// <param name="source">The file name, for errors.</param>
    /// <exception cref="ParameterException">The file is invalid; the message has the position.</exception>
    public static LocaleFile Parse(ReadOnlySpan<byte> json, string source)
    {
        try
        {
            var file = JsonSerializer.Deserialize(json, LocaleFileContext.Default.LocaleFile);
            return LanguageTag.IsValid(file?.Language ?? "")
                ? file!
                : throw new ParameterException($"{source}: language", file?.Language, "it must be a language tag such as 'en'.");
        }
        catch (JsonException e)
        {
            throw new ParameterException(
                source, $"{source}{JsonErrorLocation.Of(e, json)}: it must be a locale file: {JsonErrorLocation.Reason(e)}");
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(LocaleFile))]
internal sealed partial class LocaleFileContext : JsonSerializerContext;
