using System.CommandLine;
using System.Text.RegularExpressions;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests;

/// <summary>docs/command-line.md has the help of every command.</summary>
public sealed partial class CommandLineDocTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFiles.PathOf("docs", "command-line.md"));

    [Fact]
    public async Task Sections_OfThePage_AreTheCommands()
    {
        var help = (await HelpAsync()).Split("Commands:\n")[1].Split("\n\n")[0];
        Section().Matches(Page).Select(m => m.Groups["command"].Value)
            .ShouldBe(["sessions-widgets", .. CommandName().Matches(help).Select(m => m.Value)]);
    }

    [Fact]
    public async Task Block_OfEachCommand_IsItsHelp()
    {
        foreach (Match section in Section().Matches(Page))
        {
            var command = section.Groups["command"].Value;
            var help = await (command == "sessions-widgets" ? HelpAsync() : HelpAsync(command));
            Words(section.Groups["help"].Value).ShouldBe(Words(help), $"The block of '{command}' has to be:\n{help}");
        }
    }

    private static async Task<string> HelpAsync(params string[] command)
    {
        var run = await CliRun.Of([.. command, "--help"]);
        run.ExitCode.ShouldBe(0, run.Error);
        // The program is named after the process, which is that of the tests.
        return run.Output.Replace($"  {RootCommand.ExecutableName} ", "  sessions-widgets ", StringComparison.Ordinal);
    }

    /// <summary>A terminal's width decides where lines end.</summary>
    private static string Words(string help) => Space().Replace(help, " ").Trim();

    [GeneratedRegex(
        @"^## (?<command>[a-z-]+)\n(?:(?!## |```).*\n)*```text\n(?<help>[\s\S]*?)\n```$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Section();

    [GeneratedRegex(@"(?<=^  )[a-z]+", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommandName();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
