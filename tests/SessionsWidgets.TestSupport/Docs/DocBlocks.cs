using Markdig;
using Markdig.Syntax;

namespace SessionsWidgets.TestSupport.Docs;

/// <summary>The code blocks of the README, the docs, and the READMEs of the packages and samples.</summary>
public static class DocBlocks
{
    /// <summary>All blocks, page by page.</summary>
    public static IReadOnlyList<DocBlock> All { get; } = [.. Pages().SelectMany(In)];

    /// <summary>The blocks of a language, of all pages.</summary>
    public static IReadOnlyList<DocBlock> Of(params string[] languages) => [.. All.Where(b => languages.Contains(b.Language))];

    /// <summary>The blocks of a language of one page.</summary>
    public static IReadOnlyList<DocBlock> On(string page, string language) =>
        [.. All.Where(b => b.Page == page && b.Language == language)];

    /// <summary>The one block of a page and language with this text in it.</summary>
    public static DocBlock With(string page, string language, string text) =>
        On(page, language).Single(b => b.Text.Contains(text, StringComparison.Ordinal));

    /// <summary>The blocks of a Markdown file.</summary>
    public static IEnumerable<DocBlock> In(string file)
    {
        var page = Path.GetRelativePath(RepositoryFiles.Root, file).Replace('\\', '/');
        return Markdown.Parse(File.ReadAllText(file)).Descendants<CodeBlock>()
            .Select(b => new DocBlock(page, b.Line + 1, (b as FencedCodeBlock)?.Info ?? "", b.Lines.ToString()));
    }

    private static IEnumerable<string> Pages() =>
    [
        RepositoryFiles.PathOf("README.md"),
        RepositoryFiles.PathOf("CONTRIBUTING.md"),
        .. Directory.EnumerateFiles(RepositoryFiles.PathOf("docs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
        .. Readmes("src"),
        .. Readmes("samples"),
    ];

    private static IEnumerable<string> Readmes(string folder) => Directory.EnumerateDirectories(RepositoryFiles.PathOf(folder))
        .Select(f => Path.Combine(f, "README.md")).Where(File.Exists).Order(StringComparer.Ordinal);
}
