using Microsoft.Extensions.FileSystemGlobbing;

namespace SessionsWidgets.Cli.Build;

/// <summary>Tells by their names which files are pages. Thread-safe.</summary>
internal sealed class PageNames
{
    private static readonly string[] Extensions = [".html", ".htm"];

    private readonly (string Pattern, Matcher Matcher)[] _included;

    /// <param name="patterns">Patterns of more pages; one without a slash stands for files in every folder.</param>
    public PageNames(IEnumerable<string> patterns)
    {
        _included = [.. patterns.Select(pattern => (pattern, CreateMatcher(pattern)))];
    }

    public bool Contains(string name) => HasExtension(name) || Array.Exists(_included, i => i.Matcher.Match(name).HasMatches);

    /// <summary>Gets the patterns that no file matches.</summary>
    public IEnumerable<string> WithoutMatch(IReadOnlyCollection<string> names) =>
        _included.Where(i => !names.Any(name => i.Matcher.Match(name).HasMatches)).Select(i => i.Pattern);

    private static bool HasExtension(string name) =>
        Array.Exists(Extensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private static Matcher CreateMatcher(string pattern)
    {
        var path = pattern.Replace('\\', '/').TrimStart('/');
        var isAnywhere = !path.Contains('/', StringComparison.Ordinal);
        return new Matcher(StringComparison.OrdinalIgnoreCase).AddInclude(isAnywhere ? $"**/{path}" : path);
    }
}
