using System.Text;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests;

/// <summary>One run of the command line in this process: what went in, what came out.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static Task<CliRun> Of(
        string[] arguments, string? workingDirectory = null, TimeProvider? clock = null, params (string Name, string Value)[] variables) =>
        Of(null, arguments, workingDirectory, clock, variables);

    public static Task<CliRun> Of(
        HttpMessageHandler? handler, string[] arguments, string? workingDirectory, TimeProvider? clock,
        params (string Name, string Value)[] variables) => Of(handler, null, arguments, workingDirectory, clock, variables);

    /// <summary>A run of another version of the program.</summary>
    public static Task<CliRun> OfProgram(
        string? program, string[] arguments, string workingDirectory, TimeProvider clock, (string Name, string Value)[] variables) =>
        Of(null, program, arguments, workingDirectory, clock, variables);

    private static async Task<CliRun> Of(
        HttpMessageHandler? handler, string? program, string[] arguments, string? workingDirectory, TimeProvider? clock,
        (string Name, string Value)[] variables)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        using var empty = new TemporaryFolder();
        var cli = new CommandLine(new CliEnvironment
        {
            Output = output,
            Error = error,
            Variables = variables.ToDictionary(v => v.Name, v => v.Value),
            WorkingDirectory = workingDirectory ?? empty.Path,
            Clock = clock ?? new ManualClock(),
            HttpHandler = handler,
            Program = program,
        });
        var code = await cli.RunAsync(arguments, CancellationToken.None);
        return new CliRun(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
