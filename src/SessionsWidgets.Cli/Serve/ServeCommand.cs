using System.CommandLine;
using SessionsWidgets.Cli.Build;
using SessionsWidgets.Cli.Usage;

namespace SessionsWidgets.Cli.Serve;

/// <summary><c>sessions-widgets serve SITE</c>: shows a site with its widgets in the browser while one works on it.</summary>
internal static class ServeCommand
{
    /// <param name="environment">The environment.</param>
    public static Command Create(CliEnvironment environment)
    {
        var listening = new ListenOptions("the site");
        var arguments = new BuildArguments();
        var command = new DocumentedCommand(
            "serve",
            "Show a static site with its widgets on this machine, and reload what you change.",
            "sessions-widgets serve site",
            "sessions-widgets serve site --sandbox",
            "sessions-widgets serve site --config staging.json --cache .cache");
        arguments.AddTo(command, listening.All);
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = arguments.Read(parsed, environment) with { IsWatching = true };
            var services = new SiteServicesSource(options, arguments.Settings, parsed, environment);
            var run = new ServeRun(options, services, environment, parsed.InvocationConfiguration.Output);
            return run.RunAsync(listening.ReadPort(parsed), listening.OpensBrowser(parsed), cancellationToken);
        });
        return command;
    }
}
