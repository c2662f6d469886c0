using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.StaticFiles;

namespace SessionsWidgets.Cli.Serve;

/// <summary>The types of what is sent.</summary>
internal static class ContentTypes
{
    public const string Page = "text/html; charset=utf-8";

    private static readonly FileExtensionContentTypeProvider Known = new();

    /// <summary>Gets the type of a page, with its encoding.</summary>
    public static string OfPage(string name, Encoding encoding)
    {
        var isOther = Known.TryGetContentType(name, out var type) && type is "application/xhtml+xml" or "image/svg+xml";
        return $"{(isOther ? type : "text/html")}; charset={encoding.WebName}";
    }

    /// <summary>Gets the type of a file that is no page.</summary>
    public static string Of(string name) => Known.TryGetContentType(name, out var type) ? type : "application/octet-stream";

    /// <summary>Whether a type needs an encoding: other ones have it in their content, or always have the same.</summary>
    public static bool IsText(string type) => type.StartsWith("text/", StringComparison.Ordinal);

    /// <summary>Adds the encoding of a text, if it is plain to see.</summary>
    public static string WithEncoding(string type, ReadOnlySpan<byte> text) => Utf8.IsValid(text) ? $"{type}; charset=utf-8" : type;
}
