using SessionsWidgets.Cli;

await using var output = Console.OpenStandardOutput();
var environment = new CliEnvironment
{
    Output = output,
    Error = Console.Error,
    IsTerminal = !Console.IsErrorRedirected,
    Variables = CliEnvironment.ReadVariables(),
    WorkingDirectory = Environment.CurrentDirectory,
};
using var signals = new StopSignals(() => environment.TryAbandon?.Invoke() ?? true);
return signals.ExitCodeOf(await new CommandLine(environment).RunAsync(args, signals.Token));
