using System.CommandLine;
using System.CommandLine.Parsing;

namespace SessionsWidgets.Cli.Usage;

/// <summary>What is wrong with the arguments: one message for each mistake.</summary>
internal static class UsageErrors
{
    /// <summary>The unknown names; only when there are none, what else is wrong, which may come of them.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        if (parsed.Action is ExampleHelp) return [];
        var unknown = UnknownNames(parsed).DistinctBy(static name => name.Message).ToList();
        if (unknown.Count == 0) return [.. parsed.Errors.Select(static error => error.Message)];
        // What follows an unknown command belongs to it.
        if (parsed.CommandResult.Command.Subcommands.Count > 0) return [unknown[0].Message];
        // Which arguments are too many is certain only when all options are known: an unknown one may take a value.
        var options = unknown.Where(static name => name.IsOption).ToList();
        return [.. (options.Count > 0 ? options : unknown).Select(static name => name.Message)];
    }

    private static IEnumerable<(bool IsOption, string Message)> UnknownNames(ParseResult parsed)
    {
        if (parsed.Tokens.Any(static token => token.Type == TokenType.DoubleDash)) yield break;
        var values = Commands(parsed)
            .SelectMany(static command => command.Children.OfType<OptionResult>())
            .SelectMany(static option => option.Tokens)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        var unmatched = new HashSet<string>(parsed.UnmatchedTokens, StringComparer.Ordinal);
        var isValue = false;
        foreach (var token in parsed.Tokens)
        {
            var isOpen = token.Type == TokenType.Argument && !values.Contains(token);
            // An argument takes unknown options as its values.
            if (isOpen && IsOption(token.Value)) yield return (true, UnknownOption(token.Value, parsed));
            else if (isOpen && !isValue && unmatched.Contains(token.Value)) yield return (false, Unexpected(token.Value, parsed));
            isValue = isOpen && IsOption(token.Value);
        }
    }

    private static bool IsOption(string token) => token is ['-', '-' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), _, ..];

    private static string UnknownOption(string token, ParseResult parsed)
    {
        var name = token.Split('=', ':')[0];
        if (Options(parsed).Contains(name))
            return $"'{name}' belongs to '{parsed.CommandResult.Command.Name}': write it after that command.";
        return $"There is no option '{name}'.{DidYouMean.Sentence(name, Options(parsed))}";
    }

    private static string Unexpected(string token, ParseResult parsed)
    {
        var commands = parsed.CommandResult.Command.Subcommands.Select(static command => command.Name).ToList();
        return commands.Count > 0
            ? $"There is no command or option '{token}'.{DidYouMean.Sentence(token, commands)}"
            : $"'{token}' is one argument too many.";
    }

    /// <summary>The names of the command's options, and of those that all commands take.</summary>
    private static IEnumerable<string> Options(ParseResult parsed) => Commands(parsed)
        .SelectMany(static command => command.Command.Options, static (command, option) => (command, option))
        .Where(known => known.option.Recursive || known.command == parsed.CommandResult)
        .Select(static known => known.option.Name);

    /// <summary>The command and those above it.</summary>
    private static IEnumerable<CommandResult> Commands(ParseResult parsed)
    {
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult command; result = result.Parent) yield return command;
    }
}
