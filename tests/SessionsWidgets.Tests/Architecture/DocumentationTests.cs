using System.Text.RegularExpressions;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Architecture;

/// <summary>README, docs and the packages' READMEs: links that lead somewhere, pages of one sitting, one spelling.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Docs = RepositoryFiles.PathOf("docs");

    private static readonly string Front = RepositoryFiles.PathOf("README.md");

    private static readonly string[] Pages = [.. Directory.EnumerateFiles(Docs, "*.md", SearchOption.AllDirectories)];

    private static readonly string[] Others =
    [
        Front, RepositoryFiles.PathOf("CONTRIBUTING.md"), RepositoryFiles.PathOf("CHANGELOG.md"),
        RepositoryFiles.PathOf("samples", "StaticSite", "README.md"), RepositoryFiles.PathOf("samples", "SandboxApi", "README.md"),
        RepositoryFiles.PathOf("samples", "generators", "README.md"),
    ];

    [Fact]
    public void Links_OfAllPages_LeadToAFileAndAHeading()
    {
        var broken = new List<string>();
        foreach (var page in Pages.Concat(Others))
        {
            foreach (var target in Links(page).Where(t => !Scheme().IsMatch(t)))
            {
                var parts = target.Split('#', 2);
                var file = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, parts[0]));
                if (!Path.Exists(file) || (parts is [_, var anchor] && !Anchors(file).Contains(anchor)))
                    broken.Add($"{Path.GetRelativePath(RepositoryFiles.Root, page)}: {target}");
            }
        }

        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Links_OfThePackagesPages_AreAbsolute()
    {
        var pages = Directory.EnumerateDirectories(RepositoryFiles.PathOf("src")).Append(RepositoryFiles.PathOf("eng", "npm"))
            .Select(folder => Path.Combine(folder, "README.md")).Where(File.Exists).ToList();
        pages.Count.ShouldBeGreaterThan(6);
        foreach (var page in pages) Links(page).ShouldAllBe(target => target.StartsWith("https://", StringComparison.Ordinal), page);
    }

    [Fact]
    public void Pages_OfTheDocs_AreShortAndInTheIndex()
    {
        var index = Path.Combine(Docs, "index.md");
        var listed = Links(index).Select(t => Path.GetFullPath(Path.Combine(Docs, t.Split('#')[0]))).Append(index).ToHashSet();
        Pages.Where(page => !listed.Contains(page)).ShouldBeEmpty();
        Pages.Where(page => File.ReadLines(page).Count() > 250).ShouldBeEmpty();
    }

    [Fact]
    public void Pages_OfTheDocs_BeginWithWhatAReaderCanDoAfterThem() =>
        Pages.Where(page => !FirstParagraph(page).StartsWith("After this page you can ", StringComparison.Ordinal))
            .Select(page => Path.GetRelativePath(Docs, page)).ShouldBeEmpty();

    [Fact]
    public void Questions_OfTheIndex_AreManyAndLeadToAPage()
    {
        var questions = File.ReadAllText(Path.Combine(Docs, "index.md")).Split("\n## How do I …\n")[1].Split('\n')
            .Where(line => line.Contains("? |", StringComparison.Ordinal)).ToList();
        questions.Count.ShouldBeGreaterThanOrEqualTo(20);
        questions.ShouldAllBe(line => line.Contains(".md", StringComparison.Ordinal));
    }

    /// <summary>The same steps stand in both, so that neither is out of date; the README's are run as they stand there.</summary>
    [Theory]
    [InlineData("csharp", 2)]
    [InlineData("razor", 1)]
    [InlineData("json", 1)]
    [InlineData("bash", 1)]
    public void Blocks_OfTheQuickStart_AreThoseOfTheReadme(string language, int count)
    {
        var blocks = Readme.Blocks(Path.Combine(Docs, "quick-start.md"), language);
        blocks.Count.ShouldBe(count);
        foreach (var block in blocks) File.ReadAllText(Front).ShouldContain(block);
    }

    [Fact]
    public void Tables_OfTheBenchmarks_StandBelowTheirCommand()
    {
        var sections = File.ReadAllText(Path.Combine(Docs, "benchmarks.md")).Split("\n## ").Skip(1);
        foreach (var section in sections)
        {
            var table = section.IndexOf("\n| ", StringComparison.Ordinal);
            if (table >= 0) section[..table].ShouldContain("```\ndotnet ", customMessage: section.Split('\n')[0]);
        }
    }

    [Fact]
    public void Spelling_OfAllPages_IsAmerican() =>
        Pages.Concat(Others)
            .SelectMany(page => British().Matches(Prose(page)).Select(m => $"{Path.GetFileName(page)}: {m.Value}"))
            .ShouldBeEmpty();

    /// <summary>A page without its fenced blocks.</summary>
    private static string Prose(string page) => Fence().Replace(File.ReadAllText(page), "");

    private static string FirstParagraph(string page) =>
        File.ReadLines(page).First(line => line.Length > 0 && !line.StartsWith('#'));

    private static IEnumerable<string> Links(string page) => Link().Matches(Prose(page)).Select(m => m.Groups["target"].Value);

    /// <summary>The anchors of a page's headings, as the repository's host makes them.</summary>
    private static HashSet<string> Anchors(string page) =>
        [.. Heading().Matches(Prose(page)).Select(m =>
            NotInAnchor().Replace(LinkText().Replace(m.Groups["text"].Value, "${text}").ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex("^ *```.*?^ *```$", RegexOptions.Singleline | RegexOptions.Multiline, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("^[a-z]+:", RegexOptions.None, 1000)]
    private static partial Regex Scheme();

    [GeneratedRegex("^#{1,6} (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinkText();

    [GeneratedRegex(@"[^\p{L}\p{N}_ -]", RegexOptions.None, 1000)]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(
        @"\b\w*(colour|behaviour|honour|favour|neighbour|centre|catalogue|licence|cancelled|labelled|modelled|misspelt|"
            + "(initial|serial|raster|minim|maxim|recogn|organ|normal|author|custom|optim|sanit|summar|local|capital|synchron)"
            + @"is(e|ed|es|ing)\b)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex British();
}
