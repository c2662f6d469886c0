using System.CommandLine;
using SessionsWidgets.Cli.Usage;
using SessionsWidgets.Cli.Watch;

namespace SessionsWidgets.Cli.Build;

/// <summary><c>sessions-widgets build SITE --output DIR</c>: copies a site with widgets in its pages.</summary>
internal static class BuildCommand
{
    /// <param name="environment">The environment.</param>
    /// <param name="format">How messages are written.</param>
    public static Command Create(CliEnvironment environment, ErrorFormat format)
    {
        var output = new Option<string>("--output")
        {
            Description = "The folder to write to, outside the site.", HelpName = "DIR", Required = true,
        };
        var watch = new Option<bool>("--watch") { Description = "Watch the site, and build again what changes, until Ctrl+C." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Do everything except writing files." };
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 when a widget has no fresh data." };
        var source = new Option<string?>("--source")
        {
            Description = "The folder that the site was copied from. Messages name its files if they are the same.", HelpName = "DIR",
        };
        var force = new Option<bool>("--force") { Description = "Write into the output folder even if it contains other files." };
        var arguments = new BuildArguments();
        var command = new DocumentedCommand(
            "build",
            "Build a static site: copy it, and replace the tags with widgets.",
            "sessions-widgets build site --output dist",
            "sessions-widgets build site --output dist --cache .cache --strict",
            "sessions-widgets build site --output dist --config staging.json --dry-run")
        {
            output,
        };
        arguments.AddTo(command, watch, dryRun, strict, force, format.Option, source);
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = arguments.Read(parsed, environment) with
            {
                Output = environment.FullPath(parsed.GetValue(output)!),
                IsWatching = parsed.GetValue(watch),
                IsDryRun = parsed.GetValue(dryRun),
                IsStrict = parsed.GetValue(strict),
                IsForMSBuild = format.IsForMSBuild(parsed),
                Source = parsed.GetValue(source) is { } original ? environment.FullPath(original) : null,
                IsForced = parsed.GetValue(force),
            };
            var services = new SiteServicesSource(options, arguments.Settings, parsed, environment);
            var writer = parsed.InvocationConfiguration.Output;
            return options.IsWatching
                ? new WatchedBuild(options, services, environment, writer).RunAsync(cancellationToken)
                : BuildRun.RunOnceAsync(options, services, environment, writer, cancellationToken);
        });
        return command;
    }
}
