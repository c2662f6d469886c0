using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace SessionsWidgets.Cli.Build.Again;

/// <summary>The hash of all that a build goes by, besides the files of the site and the data: where it differs, all is built.</summary>
internal static class BuildFingerprint
{
    /// <summary>The program: its version, and which build of it.</summary>
    public static string Program { get; } = string.Join(
        ' ',
        ((Type[])[typeof(BuildFingerprint), typeof(WidgetRenderer)])
            .Select(static type => $"{type.Assembly.FullName} {type.Module.ModuleVersionId}"));

    /// <param name="options">The options of the build.</param>
    /// <param name="settings">The settings, secrets included: what was looked through for other ones is looked through again.</param>
    /// <param name="program">The program.</param>
    public static ContentHash Of(BuildOptions options, SiteSettings settings, string program)
    {
        var text = new StringBuilder();
        Add(
            program, options.Site, options.Output ?? "", options.StylesheetPath, options.Source ?? "",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{options.WithCalendars} {options.WithLocalPictures} {options.KeepsParagraphs} {options.UsesSandbox}"));
        Add([.. options.Included]);
        foreach (var (key, value) in settings.Section.AsEnumerable().OrderBy(static s => s.Key, StringComparer.Ordinal))
            Add(key, value ?? "");

        foreach (var secret in settings.Secrets) Add(secret.Setting, secret.Value);
        return ContentHash.Of(Encoding.UTF8.GetBytes(text.ToString()));

        // With its length, no value can be taken for the end of one and the start of the next.
        void Add(params IReadOnlyList<string> values)
        {
            text.Append(CultureInfo.InvariantCulture, $"{values.Count}\n");
            foreach (var value in values) text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value}\n");
        }
    }
}
