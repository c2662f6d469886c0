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
        var code = inner.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(Title);
        var examples = parseResult.CommandResult.Command is DocumentedCommand command ? command.Examples : ofRoot;
        foreach (var example in examples) output.WriteLine($"  {example}");
        output.WriteLine();
        return code;
    }
}
