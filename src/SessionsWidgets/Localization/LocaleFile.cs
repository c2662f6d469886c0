using System.Text.Json;

namespace SessionsWidgets;

/// <summary>A file of <c>templates/locales</c>; what it leaves out is null.</summary>
internal sealed record LocaleFile
{
    public required string Language { get; init; }

    public string? Direction { get; init; }

    public string? Decimal { get; init; }

    public string? Group { get; init; }

    public int? GroupFrom { get; init; }

    public string? FirstDay { get; init; }

    public string[]? Months { get; init; }

    public string[]? MonthsShort { get; init; }

    public string[]? Days { get; init; }

    public string[]? DaysShort { get; init; }

    public required IReadOnlyDictionary<string, string> Dates { get; init; }

    /// <summary>The texts by plural category; one that has no plural forms is under <see cref="Anything"/>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts { get; init; }

    /// <summary>The form of a text that is the same for every number. No plural category has this name.</summary>
    public const string Anything = "";

    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="json">The content.</param>
    /// <param name="source">The file name, for errors.</param>
    /// <exception cref="ParameterException">The file is invalid; the message has the position.</exception>
    public static LocaleFile Parse(byte[] json, string source)
    {
        ReadOnlyMemory<byte> text = json.AsSpan().StartsWith("\uFEFF"u8) ? json.AsMemory(3) : json;
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return new LocaleReader(source, text).Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new ParameterException(
                source, $"{source}{JsonErrorLocation.Of(e, text.Span)}: it must be a locale file: {JsonErrorLocation.Reason(e)}");
        }
    }
}
