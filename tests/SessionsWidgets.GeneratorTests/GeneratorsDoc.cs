using System.Text.RegularExpressions;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.GeneratorTests;

/// <summary>docs/generators.md, section by section.</summary>
internal static partial class GeneratorsDoc
{
    /// <summary>The section of all generators.</summary>
    public const string Common = "In Markdown";

    /// <summary>The section of builds on a service.</summary>
    public const string Cache = "The last good data between builds";

    private static readonly string Text = File.ReadAllText(RepositoryFiles.PathOf("docs", "generators.md"));

    /// <summary>The text of a section.</summary>
    public static string Section(string heading) =>
        Text.Split("\n## ").Single(section => section.StartsWith($"{heading}\n", StringComparison.Ordinal));

    /// <summary>The fenced blocks of a section.</summary>
    public static IReadOnlyList<string> Blocks(string heading) =>
        [.. Block().Matches(Section(heading)).Select(match => match.Groups["text"].Value)];

    [GeneratedRegex("^```[a-z]+\n(?<text>.*?)^```$", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Block();
}
