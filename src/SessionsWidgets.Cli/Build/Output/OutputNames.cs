using System.Globalization;
using System.Text.RegularExpressions;

namespace SessionsWidgets.Cli.Build.Output;

/// <summary>The names of what a build makes besides the site's files, in the output folder and beside it.</summary>
internal static partial class OutputNames
{
    /// <summary>The file that marks a folder as written by a build.</summary>
    public const string Marker = ".sessions-widgets-output";

    /// <summary>The file that a build locks: as it is in the output folder, after the folder's name beside it.</summary>
    public const string Lock = ".sessions-widgets-lock";

    /// <summary>Creates a name for the temporary folder of this process.</summary>
    public static string CreateTemporary() =>
        string.Create(CultureInfo.InvariantCulture, $".sessions-widgets-{Environment.ProcessId}-{Random.Shared.Next():x8}");

    /// <summary>Gets the process that owns a temporary folder; null if the name is none of one.</summary>
    /// <param name="name">The name of a folder.</param>
    /// <param name="prefix">What comes before: nothing, or the name of the output folder.</param>
    public static string? OwnerOf(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && Temporary().Match(name[prefix.Length..]) is { Success: true } match
            ? match.Groups["process"].Value
            : null;

    /// <summary>Whether a build gives such names.</summary>
    public static bool IsOwn(string name) => name.Contains(".sessions-widgets-", StringComparison.Ordinal) && Own().IsMatch(name);

    [GeneratedRegex(@"^\.sessions-widgets-(?<process>\d+)-[0-9a-f]{8}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Temporary();

    [GeneratedRegex(
        @"\.sessions-widgets-(lock|output|\d+-[0-9a-f]{8})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Own();
}
