using System.CommandLine;
using System.CommandLine.Invocation;

namespace SessionsWidgets.Cli.Usage;

/// <summary>The help of a command, with its examples at the end.</summary>
/// <param name="inner">Writes the help.</param>
/// <param name="ofRoot">The examples of the command without a subcommand.</param>
internal sealed class ExampleHelp(SynchronousCommandLineAction inner, IReadOnlyList<string> ofRoot) : SynchronousCommandLineAction
{
    public const string Title = "Examples:";

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var configuration = parseResult.InvocationConfiguration;
        var output = configuration.Output;
        using var help = new StringWriter();
        configuration.Output = help;
        var code = inner.Invoke(parseResult);
        configuration.Output = output;
        output.Write(MarkOptional(help.ToString(), command));
        output.WriteLine(Title);
        var examples = command is DocumentedCommand documented ? documented.Examples : ofRoot;
        foreach (var example in examples) output.WriteLine($"  {example}");
        output.WriteLine();
        return code;
    }

    /// <summary>Writes optional arguments in the list of subcommands in square brackets. The width of the column stays the same.</summary>
    private static string MarkOptional(string help, Command command)
    {
        foreach (var subcommand in command.Subcommands)
        {
            foreach (var argument in subcommand.Arguments.Where(a => a.Arity.MinimumNumberOfValues == 0))
            {
                help = help.Replace(
                    $"  {subcommand.Name} <{argument.Name}> ", $"  {subcommand.Name} [{argument.Name}] ", StringComparison.Ordinal);
            }
        }

        return help;
    }
}
