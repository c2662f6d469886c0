using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SessionsWidgets.GeneratorTests;

/// <summary>A tag that a generator has written. Each byte is the character of that number.</summary>
/// <param name="Name">The name of the widget.</param>
/// <param name="Attributes">Its attributes, as text.</param>
/// <param name="Content">What stands between its start tag and its end tag.</param>
internal sealed partial record GeneratedTag(string Name, IReadOnlyList<KeyValuePair<string, string>> Attributes, string Content)
{
    public static GeneratedTag From(Match match) => new(
        match.Groups["name"].Value,
        [
            .. Attribute().Matches(match.Groups["attributes"].Value)
                .Select(a => new KeyValuePair<string, string>(a.Groups["key"].Value, Text(a.Groups["value"].Value))),
        ],
        match.Groups["content"].Value);

    private static string Text(string value) => WebUtility.HtmlDecode(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(value)));

    [GeneratedRegex("(?<key>[a-z0-9-]+)(=\"(?<value>[^\"]*)\")?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attribute();
}

/// <summary>Reads pages as generators write them, by patterns that are enough for the samples.</summary>
internal static partial class GeneratedPage
{
    private const string Names = "recent-smokes|session-card|cigar-cards|recent-check-ins|upcoming-events";

    private const string AnyTag =
        $@"<(?<name>{Names})(?<attributes>(\s+[a-z0-9-]+(=""[^""]*"")?)*)\s*>(?<content>((?!<({Names})\b).)*?)</\k<name>>";

    public static IReadOnlyList<GeneratedTag> TagsOf(string page) => [.. Tag().Matches(page).Select(GeneratedTag.From)];

    /// <summary>
    /// Compares a built page with the generated one: every byte outside the tags must be the same, and in their place must be one of what
    /// <paramref name="expected"/> gives. Of a paragraph that holds nothing but tags, its own tags must be missing.
    /// </summary>
    public static void ShouldHaveBecome(this string page, string built, Func<GeneratedTag, IReadOnlyList<string>> expected)
    {
        var (read, at) = (0, 0);
        foreach (Match place in Place().Matches(page))
        {
            Take(page[read..place.Index]);
            read = place.Index;
            var isParagraph = place.Value.StartsWith("<p>", StringComparison.Ordinal);
            if (isParagraph) read += "<p>".Length;
            foreach (Match tag in Tag().Matches(page[..(place.Index + place.Length)], place.Index))
            {
                Take(page[read..tag.Index]);
                var replacements = expected(GeneratedTag.From(tag));
                Take(replacements.FirstOrDefault(r => built.AsSpan(at).StartsWith(r)) ?? replacements[0]);
                read = tag.Index + tag.Length;
            }

            if (isParagraph) read = place.Index + place.Length;
        }

        Take(page[read..]);
        built[at..].ShouldBeEmpty();

        void Take(string text)
        {
            built.Substring(at, Math.Min(text.Length, built.Length - at)).ShouldBe(text);
            at += text.Length;
        }
    }

    [GeneratedRegex(AnyTag, RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 10000)]
    private static partial Regex Tag();

    [GeneratedRegex(
        $@"<p>({AnyTag}\s*)+(?<!\s)</p>|{AnyTag}", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 10000)]
    private static partial Regex Place();
}
