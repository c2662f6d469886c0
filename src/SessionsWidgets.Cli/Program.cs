using SessionsWidgets.Cli;

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stopping.Cancel();
};

await using var output = Console.OpenStandardOutput();
var cli = new CommandLine(new CliEnvironment
{
    Output = output,
    Error = Console.Error,
    IsTerminal = !Console.IsErrorRedirected,
    Variables = CliEnvironment.ReadVariables(),
    WorkingDirectory = Environment.CurrentDirectory,
});
return await cli.RunAsync(args, stopping.Token);
