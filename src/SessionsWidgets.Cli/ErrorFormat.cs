using System.CommandLine;
using SessionsWidgets.Cli.Build;

namespace SessionsWidgets.Cli;

/// <summary>For whom errors and warnings are written: people, or MSBuild, which shows them as its own.</summary>
internal sealed class ErrorFormat
{
    private const string Text = "text";
    private const string MSBuild = "msbuild";

    /// <summary>The option that says so.</summary>
    public Option<string> Option { get; } = new("--format")
    {
        Description = "The format of errors and warnings: text, or msbuild, which is file(line,column): warning CODE: text.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => Text,
    };

    /// <summary>Whether they are for MSBuild.</summary>
    /// <exception cref="ParameterException">There is no such format.</exception>
    public bool IsForMSBuild(ParseResult parsed) => parsed.GetValue(Option) switch
    {
        MSBuild => true,
        null or Text => false,
        { } other => throw new ParameterException(
            Option.Name, other, $"it must be '{Text}' or '{MSBuild}'.{DidYouMean.Sentence(other, [Text, MSBuild])}"),
    };

    /// <summary>Formats an error of the command as a whole.</summary>
    public string Error(ParseResult parsed, string message) => parsed.GetValue(Option) == MSBuild
        ? DiagnosticCode.Line("sessions-widgets", 0, 0, isError: true, DiagnosticCode.Error, message)
        : $"sessions-widgets: {message}";
}
