using System.Globalization;
using System.Net;
using System.Text;
using SessionsWidgets.Cli.Build;

namespace SessionsWidgets.Cli.Serve;

/// <summary>The page that the server shows in place of one that has errors, or that is not there.</summary>
internal static class ErrorPage
{
    private const string Style = """
        body { margin: 0; padding: 2rem; font: 1rem/1.5 system-ui, sans-serif; color: #222; background: #fff8f6; }
        h1 { font-size: 1.25rem; color: #a1260d; }
        li { margin: 0 0 1rem; }
        code { font: 0.9rem/1.5 ui-monospace, monospace; color: #555; }
        p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
        """;

    /// <summary>Shows errors, each with its file, its line and what to do.</summary>
    /// <param name="title">What is wrong.</param>
    /// <param name="errors">The errors.</param>
    /// <param name="script">The script that follows changes.</param>
    public static byte[] Of(string title, IReadOnlyList<BuildReport.Message> errors, string script)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">").Append(script);
        page.Append("<meta name=\"viewport\" content=\"width=device-width\"><title>").Append(WebUtility.HtmlEncode(title));
        page.Append("</title>\n<style>\n").Append(Style).Append("\n</style></head>\n<body>\n<h1>").Append(WebUtility.HtmlEncode(title));
        page.Append("</h1>\n");
        if (errors.Count > 0) page.Append("<ul>\n");
        foreach (var error in errors)
        {
            page.Append("<li>");
            if (error.File.Length > 0) page.Append("<code>").Append(WebUtility.HtmlEncode(PlaceOf(error))).Append("</code>");
            page.Append("<p>").Append(WebUtility.HtmlEncode(error.Text)).Append("</p></li>\n");
        }

        if (errors.Count > 0) page.Append("</ul>\n");
        page.Append("</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static string PlaceOf(BuildReport.Message error) => error.Line > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{error.File}:{error.Line}:{error.Column}")
        : error.File;
}
