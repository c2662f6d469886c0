using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text;
using Microsoft.Extensions.Options;
using SessionsWidgets.Cli.Build;
using SessionsWidgets.Cli.Check;
using SessionsWidgets.Cli.Preview;
using SessionsWidgets.Cli.Serve;
using SessionsWidgets.Cli.Usage;

namespace SessionsWidgets.Cli;

/// <summary>The command <c>sessions-widgets</c>.</summary>
internal sealed class CommandLine(CliEnvironment environment)
{
    private static readonly string[] Examples =
    [
        "sessions-widgets render recent-smokes --limit 5",
        "sessions-widgets build site --output dist",
        "sessions-widgets check templates",
    ];

    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var verbose = new Option<bool>("--verbose") { Description = "Show the stack trace of an error.", Recursive = true };
        var format = new ErrorFormat();
        var root = new RootCommand("Renders session widgets, and builds static sites with them.") { verbose };
        root.Subcommands.Add(RenderCommand.Create(environment));
        root.Subcommands.Add(BuildCommand.Create(environment, format));
        root.Subcommands.Add(ServeCommand.Create(environment));
        root.Subcommands.Add(PreviewCommand.Create(environment));
        root.Subcommands.Add(EjectCommand.Create(environment));
        root.Subcommands.Add(CheckCommand.Create(environment));
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExampleHelp((SynchronousCommandLineAction)help.Action!, Examples);

        var parsed = root.Parse(arguments);
        var messages = UsageErrors.Of(parsed);
        if (messages.Count > 0)
        {
            var commands = parsed.CommandResult.Command.Subcommands;
            foreach (var message in messages) await environment.Error.WriteLineAsync(format.Error(parsed, message));
            if (commands.Count > 0)
                await environment.Error.WriteLineAsync(
                    $"'{CommandPath(parsed)}' takes one of: {string.Join(", ", commands.Select(c => c.Name))}.");
            await environment.Error.WriteLineAsync($"See '{CommandPath(parsed)} --help'.");
            return ExitCode.WrongUsage;
        }

        try
        {
            await using var output = new StreamWriter(environment.Output, new UTF8Encoding(false), leaveOpen: true);
            var invocation = new InvocationConfiguration
            {
                Output = output, Error = environment.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (Exception e)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                await environment.Error.WriteLineAsync("sessions-widgets: interrupted.");
                return ExitCode.Interrupted;
            }

            await environment.Error.WriteLineAsync(format.Error(parsed, parsed.GetValue(verbose) ? e.ToString() : e.Message));
            if (SettingsSource.AreNamedIn(e.Message) && environment.Settings is { } settings)
                await environment.Error.WriteLineAsync(settings.Description);
            return e is ParameterException or OptionsValidationException ? ExitCode.WrongUsage : ExitCode.Failed;
        }
    }

    private static string CommandPath(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult command; result = result.Parent)
            names.Push(command.Command is RootCommand ? "sessions-widgets" : command.Command.Name);
        return string.Join(' ', names);
    }
}
