namespace SessionsWidgets.TestSupport;

/// <summary>The code of the README, block by block.</summary>
public static class Readme
{
    /// <summary>The fenced blocks of a language, in order.</summary>
    public static IReadOnlyList<string> Blocks(string language) => Blocks(RepositoryFiles.PathOf("README.md"), language);

    /// <summary>The fenced blocks of a language in a Markdown file, in order.</summary>
    public static IReadOnlyList<string> Blocks(string path, string language)
    {
        var blocks = new List<string>();
        List<string>? current = null;
        foreach (var line in File.ReadLines(path))
        {
            if (current is not null && line == "```")
            {
                blocks.Add(string.Join('\n', current));
                current = null;
            }
            else if (current is not null)
            {
                current.Add(line);
            }
            else if (line == $"```{language}")
            {
                current = [];
            }
        }

        return blocks;
    }
}
