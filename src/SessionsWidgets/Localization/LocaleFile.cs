using System.Text.Json;
using System.Text.Json.Serialization;

namespace SessionsWidgets;

/// <summary>A file of <c>templates/locales</c> as it is written.</summary>
internal sealed record LocaleFile
{
    public required string Language { get; init; }

    public required string Direction { get; init; }

    public required string Decimal { get; init; }

    public required string Group { get; init; }

    public required string[] Months { get; init; }

    public required string[] MonthsShort { get; init; }

    public required string[] Days { get; init; }

    public required string[] DaysShort { get; init; }

    public required Dictionary<string, string> Dates { get; init; }

    /// <summary>A text, or an object with a text for each plural category.</summary>
    public required Dictionary<string, JsonElement> Texts { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(LocaleFile))]
internal sealed partial class LocaleFileContext : JsonSerializerContext;
