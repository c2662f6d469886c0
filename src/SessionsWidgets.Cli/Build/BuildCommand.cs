using System.CommandLine;
using SessionsWidgets.Cli.Usage;

namespace SessionsWidgets.Cli.Build;

/// <summary><c>sessions-widgets build SITE --output DIR</c>: copies a site with widgets in its pages.</summary>
internal static class BuildCommand
{
    /// <param name="environment">The environment.</param>
    /// <param name="format">How messages are written.</param>
    public static Command Create(CliEnvironment environment, ErrorFormat format)
    {
        var site = new Argument<string>("SITE") { Description = "The folder of the site: HTML pages and whatever belongs to them." };
        var output = new Option<string>("--output")
        {
            Description = "The folder to write to. Not the site, nor in it.", HelpName = "DIR", Required = true,
        };
        var css = new Option<string>("--css")
        {
            Description = "Where the stylesheet goes, below the output folder.",
            HelpName = "PATH",
            DefaultValueFactory = _ => "sessions-widgets.css",
        };
        var cache = new Option<string?>("--cache")
        {
            Description = "Keep the last good data in this folder, for builds while the API is down.", HelpName = "DIR",
        };
        var calendar = new Option<bool>("--calendar")
        {
            Description = "Write events.ics, the upcoming events to subscribe to, and NAME/events.ics for each named business.",
        };
        var include = new Option<string[]>("--include")
        {
            Description = "Pages besides *.html and *.htm, such as \"*.xhtml\" or \"shop/**/*.php\". Can be given several times.",
            HelpName = "PATTERN",
        };
        var keepParagraphs = new Option<bool>("--keep-paragraphs")
        {
            Description = "Leave paragraphs that hold nothing but widgets around them, as Markdown makes them.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Do everything but write." };
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 when a widget has no fresh data." };
        var source = new Option<string?>("--source")
        {
            Description = "Where the site was copied from. Messages name the files there, if they are the same.", HelpName = "DIR",
        };
        var force = new Option<bool>("--force") { Description = "Write into the output folder although it holds other files." };
        var settings = new SiteOptions();
        var command = new DocumentedCommand(
            "build",
            "Build a static site: copy it, with widgets in place of their tags.",
            "sessions-widgets build site --output dist",
            "sessions-widgets build site --output dist --cache .cache --strict",
            "sessions-widgets build site --output dist --config staging.json --dry-run")
        {
            site, output, css, include, cache, calendar, keepParagraphs, dryRun, strict, force, format.Option, source,
        };
        settings.AddTo(command, withSandbox: true);
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = new BuildOptions
            {
                Site = environment.FullPath(parsed.GetValue(site)!),
                Output = environment.FullPath(parsed.GetValue(output)!),
                StylesheetPath = ReadStylesheetPath(parsed.GetValue(css)!),
                CacheFolder = parsed.GetValue(cache) is { } folder ? environment.FullPath(folder) : null,
                WithCalendars = parsed.GetValue(calendar),
                Included = parsed.GetValue(include) ?? [],
                KeepsParagraphs = parsed.GetValue(keepParagraphs),
                IsDryRun = parsed.GetValue(dryRun),
                IsStrict = parsed.GetValue(strict),
                IsForMSBuild = format.IsForMSBuild(parsed),
                Source = parsed.GetValue(source) is { } original ? environment.FullPath(original) : null,
                IsForced = parsed.GetValue(force),
            };
            return new BuildRun(options, settings, parsed, environment).RunAsync(cancellationToken);
        });
        return command;
    }

    private static string ReadStylesheetPath(string path)
    {
        var name = path.Replace('\\', '/').Trim('/');
        var isBelow = name.Length > 0 && !Path.IsPathRooted(path) && name.Split('/').All(part => part is not ("" or "." or ".."));
        return isBelow
            ? name
            : throw new ParameterException(
                "--css", path, "it must be the name of a file below the output folder, such as 'css/sessions-widgets.css'.");
    }
}
