using System.Text.RegularExpressions;

namespace SessionsWidgets.TestSupport;

/// <summary>The rows of docs/messages.md.</summary>
public static partial class MessageTable
{
    /// <summary>The rows of a section: what is put in, and what is said.</summary>
    public static IReadOnlyList<(string Input, string Message)> Rows(string section)
    {
        var lines = File.ReadLines(RepositoryFiles.PathOf("docs", "messages.md"))
            .SkipWhile(line => line != $"## {section}").Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
        return
        [
            .. lines.Select(line => Row().Match(line)).Where(match => match.Success)
                .Select(match => (Cell(match, "input"), Cell(match, "message"))),
        ];
    }

    /// <summary>Whether a text has a message, whose <c>URL</c>, <c>DIR</c>, <c>FP</c> and <c>…</c> stand for something.</summary>
    public static bool IsIn(string text, string message)
    {
        var pattern = Regex.Escape(message)
            .Replace("URL", @"https?://[^/\s']+", StringComparison.Ordinal)
            .Replace("DIR", @"/[^']*", StringComparison.Ordinal)
            .Replace("FP", "[0-9A-F]{16}", StringComparison.Ordinal)
            .Replace("…", ".*", StringComparison.Ordinal);
        return Regex.IsMatch(text, pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }

    private static string Cell(Match row, string name) => row.Groups[name].Value.Replace(@"\|", "|", StringComparison.Ordinal);

    [GeneratedRegex(@"^\| `(?<input>[^`]*)` \| `(?<message>[^`]*)` \|$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
