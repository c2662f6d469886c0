using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.TestSupport;

/// <summary>The code of the README, block by block.</summary>
public static class Readme
{
    /// <summary>The blocks of a language, in order.</summary>
    public static IReadOnlyList<string> Blocks(string language) => Blocks(RepositoryFiles.PathOf("README.md"), language);

    /// <summary>The blocks of a language in a Markdown file, in order.</summary>
    public static IReadOnlyList<string> Blocks(string path, string language) =>
        [.. DocBlocks.In(path).Where(b => b.Language == language).Select(b => b.Text)];
}
