using System.CommandLine;
using SessionsWidgets.Cli.Build.Pictures;

namespace SessionsWidgets.Cli.Build;

/// <summary>The arguments that all commands take that build a site.</summary>
internal sealed class BuildArguments
{
    private readonly Argument<string> _site = new("SITE")
    {
        Description = "The folder of the site: HTML pages and all files that belong to them.",
    };

    private readonly Option<string> _css = new("--css")
    {
        Description = "The path of the stylesheet in the output folder.",
        HelpName = "PATH",
        DefaultValueFactory = _ => "sessions-widgets.css",
    };

    private readonly Option<string?> _cache = new("--cache")
    {
        Description = "The folder for the last good data, which is used while the API is down, and for the state of the last build.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _calendar = new("--calendar")
    {
        Description = "Write events.ics with the upcoming events, and NAME/events.ics for each named business.",
    };

    private readonly Option<string?> _pictures = new("--pictures")
    {
        Description = $"local: copy the pictures of widgets into {SitePicture.Folder}/, so that browsers load them from your site.",
        HelpName = "local",
    };

    private readonly Option<string[]> _include = new("--include")
    {
        Description = "Pages besides *.html and *.htm, such as \"*.xhtml\" or \"shop/**/*.php\". Repeat the option for several patterns.",
        HelpName = "PATTERN",
    };

    private readonly Option<bool> _keepParagraphs = new("--keep-paragraphs")
    {
        Description = "Keep the paragraphs that Markdown puts around widgets.",
    };

    /// <summary>Where the settings are from.</summary>
    public SiteOptions Settings { get; } = new();

    /// <summary>Adds them to a command, around its own.</summary>
    /// <param name="command">The command.</param>
    /// <param name="own">Its own options.</param>
    public void AddTo(Command command, params IEnumerable<Option> own)
    {
        command.Arguments.Add(_site);
        foreach (var option in (Option[])[_css, _include, _cache, _calendar, _pictures, _keepParagraphs, .. own])
            command.Options.Add(option);
        Settings.AddTo(command, withSandbox: true);
    }

    /// <summary>Reads the options that they are.</summary>
    /// <exception cref="ParameterException">A value is not allowed.</exception>
    public BuildOptions Read(ParseResult parsed, CliEnvironment environment) => new()
    {
        Site = environment.FullPath(parsed.GetValue(_site)!),
        StylesheetPath = ReadStylesheetPath(parsed.GetValue(_css)!),
        CacheFolder = parsed.GetValue(_cache) is { } folder ? environment.FullPath(folder) : null,
        WithCalendars = parsed.GetValue(_calendar),
        WithLocalPictures = ReadPictures(parsed.GetValue(_pictures)),
        Included = parsed.GetValue(_include) ?? [],
        KeepsParagraphs = parsed.GetValue(_keepParagraphs),
        UsesSandbox = Settings.UsesSandbox(parsed),
    };

    private static bool ReadPictures(string? value) => value switch
    {
        null => false,
        "local" => true,
        _ => throw new ParameterException(
            "--pictures", value, "it must be 'local'; without the option, pictures stay where the API says."),
    };

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
