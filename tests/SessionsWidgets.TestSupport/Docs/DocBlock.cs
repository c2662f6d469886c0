namespace SessionsWidgets.TestSupport.Docs;

/// <summary>A code block of a page.</summary>
/// <param name="Page">The page, from the repository's root.</param>
/// <param name="Line">The line in which it begins.</param>
/// <param name="Language">The language that its fence names; empty if it names none, or there is no fence.</param>
/// <param name="Text">What it holds, without the page's indentation.</param>
public sealed record DocBlock(string Page, int Line, string Language, string Text)
{
    private static readonly string[] Shells = ["bash", "sh", "console"];

    private static readonly string[] Programs = ["dotnet ", "sessions-widgets ", "npm ", "npx ", "curl ", "eng/", "./"];

    /// <summary>Whether it holds commands for a shell.</summary>
    public bool IsCommands => Shells.Contains(Language) || (Language.Length == 0 && Programs.Any(p =>
        Text.StartsWith(p, StringComparison.Ordinal) || Text.Split("=… ")[^1].StartsWith(p, StringComparison.Ordinal)));

    public override string ToString() => $"{Page}:{Line}";
}
