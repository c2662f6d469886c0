using System.CommandLine;
using System.Globalization;
using SessionsWidgets.Cli.Build;
using SessionsWidgets.Cli.Usage;

namespace SessionsWidgets.Cli.Serve;

/// <summary><c>sessions-widgets serve SITE</c>: shows a site with its widgets in the browser while one works on it.</summary>
internal static class ServeCommand
{
    /// <param name="environment">The environment.</param>
    public static Command Create(CliEnvironment environment)
    {
        var port = new Option<string?>("--port") { Description = "The port of the address. Default: a free one.", HelpName = "NUMBER" };
        var open = new Option<bool>("--open") { Description = "Open the site in the browser." };
        var arguments = new BuildArguments();
        var command = new DocumentedCommand(
            "serve",
            "Show a static site with its widgets, for you alone, and follow what you change.",
            "sessions-widgets serve site",
            "sessions-widgets serve site --sandbox",
            "sessions-widgets serve site --config staging.json --cache .cache");
        arguments.AddTo(command, port, open);
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = arguments.Read(parsed, environment) with { IsWatching = true };
            var services = new SiteServicesSource(options, arguments.Settings, parsed, environment);
            var run = new ServeRun(options, services, environment, parsed.InvocationConfiguration.Output);
            return run.RunAsync(ReadPort(parsed.GetValue(port)), parsed.GetValue(open), cancellationToken);
        });
        return command;
    }

    /// <returns>The port; 0 for a free one.</returns>
    private static int ReadPort(string? text) =>
        text is null ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= ushort.MaxValue ? port
        : throw new ParameterException("--port", text, "it must be a whole number from 1 to 65535; leave it out for a free port.");
}
