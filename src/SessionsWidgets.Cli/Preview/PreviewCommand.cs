using System.CommandLine;
using SessionsWidgets.Cli.Serve;
using SessionsWidgets.Cli.Usage;

namespace SessionsWidgets.Cli.Preview;

/// <summary><c>sessions-widgets preview [TEMPLATES]</c>: shows each widget in each state, with the templates that one works on.</summary>
internal static class PreviewCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var templates = new Argument<string?>("TEMPLATES")
        {
            Description = "Your folder of templates and texts. Default: the configured one, else only the built-in templates.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var css = new Option<string?>("--css")
        {
            Description = "Your stylesheet, loaded after that of the widgets.", HelpName = "FILE",
        };
        var output = new Option<string?>("--output")
        {
            Description = "Write the gallery into this folder, as static pages, instead of serving it.", HelpName = "FOLDER",
        };
        var force = new Option<bool>("--force") { Description = "Write into the output folder even if it contains other files." };
        var listening = new ListenOptions("the gallery");
        var settings = new SiteOptions();
        var command = new DocumentedCommand(
            "preview",
            "Show a gallery of all widgets in all states and languages, with your templates and example data, and reload what you change.",
            "sessions-widgets preview",
            "sessions-widgets preview templates",
            "sessions-widgets preview templates --output gallery")
        {
            templates, css, output, force,
        };
        foreach (var option in listening.All) command.Options.Add(option);
        settings.AddFileTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new PreviewOptions
            {
                Templates = FindTemplates(parsed.GetValue(templates), settings, parsed, environment),
                Stylesheet = FindStylesheet(parsed.GetValue(css), environment),
                Output = parsed.GetValue(output) is { } folder ? environment.FullPath(folder) : null,
                IsForced = parsed.GetValue(force),
            };
            if (options.Output is not null) RefuseWith(parsed, listening.All, "--output writes files, and serves nothing: leave it out.");
            else RefuseWith(parsed, [force], "it is for --output FOLDER: leave it out.");
            using var run = new PreviewRun(options, environment, parsed.InvocationConfiguration.Output);
            if (options.Output is not null) return await run.WriteAsync(cancellationToken);
            await run.ServeAsync(listening.ReadPort(parsed), listening.OpensBrowser(parsed), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static string? FindTemplates(string? named, SiteOptions settings, ParseResult parsed, CliEnvironment environment)
    {
        var section = settings.ReadSettings(parsed, environment).Section;
        if (named is not null)
            return Directory.Exists(environment.FullPath(named))
                ? environment.FullPath(named)
                : throw new ParameterException("TEMPLATES", environment.FullPath(named), "there is no such folder.");
        if (section[nameof(SessionsWidgetsOptions.Templates)] is not { Length: > 0 } configured) return null;
        TemplateFolder.CheckExists(
            environment.FullPath(configured), $"{SiteOptions.SettingsSection}:{nameof(SessionsWidgetsOptions.Templates)}");
        return environment.FullPath(configured);
    }

    private static string? FindStylesheet(string? named, CliEnvironment environment)
    {
        if (named is null) return null;
        var path = environment.FullPath(named);
        return File.Exists(path) ? path : throw new ParameterException("--css", path, "there is no such file.");
    }

    private static void RefuseWith(ParseResult parsed, IEnumerable<Option> options, string message)
    {
        foreach (var option in options)
        {
            if (parsed.GetResult(option) is { Implicit: false } given)
                throw new ParameterException(option.Name, string.Join(' ', given.Tokens.Select(static t => t.Value)), message);
        }
    }
}

/// <summary>The options of a preview. Paths are full paths.</summary>
internal sealed record PreviewOptions
{
    /// <summary>The folder of templates; null for none.</summary>
    public string? Templates { get; init; }

    /// <summary>A stylesheet after that of the widgets; null for none.</summary>
    public string? Stylesheet { get; init; }

    /// <summary>The folder that is written to; null to serve.</summary>
    public string? Output { get; init; }

    /// <summary>Whether to write into a folder that has other files.</summary>
    public bool IsForced { get; init; }
}
