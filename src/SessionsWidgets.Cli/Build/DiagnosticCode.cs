using System.Globalization;

namespace SessionsWidgets.Cli.Build;

/// <summary>What MSBuild tells kinds of messages apart by, to silence warnings or to make errors of them.</summary>
internal static class DiagnosticCode
{
    /// <summary>A page, a file or the command is wrong.</summary>
    public const string Error = "SW0001";

    /// <summary>Something in the site is probably not as it was meant.</summary>
    public const string Warning = "SW1001";

    /// <summary>A widget or calendar shows old data or none.</summary>
    public const string NoFreshData = "SW1002";

    /// <summary>A service worker has hashes of pages that have changed.</summary>
    public const string HashList = "SW1003";

    /// <summary>Formats a message as MSBuild reads it: <c>path(line,column): warning CODE: text</c>, in one line.</summary>
    /// <param name="origin">The full path of the file or folder, or the program.</param>
    /// <param name="line">The line, from 1; 0 for the file as a whole.</param>
    /// <param name="column">The column, from 1.</param>
    /// <param name="isError">Whether it is an error, and no warning.</param>
    /// <param name="code">The code.</param>
    /// <param name="text">What there is to say.</param>
    public static string Line(string origin, int line, int column, bool isError, string code, string text)
    {
        var place = line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{origin}({line},{column})") : $"{origin} ";
        return $"{place}: {(isError ? "error" : "warning")} {code}: {text.ReplaceLineEndings(" ")}";
    }
}
