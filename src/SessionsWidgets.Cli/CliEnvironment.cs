using System.Collections;

namespace SessionsWidgets.Cli;

/// <summary>Everything that the command line takes from and gives to its surroundings.</summary>
internal sealed class CliEnvironment
{
    /// <summary>Standard output, in bytes: fragments are written as they are.</summary>
    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    public required string WorkingDirectory { get; init; }

    /// <summary>Whether somebody watches <see cref="Error"/>, so that progress can be drawn there.</summary>
    public bool IsTerminal { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What requests go through in the end; null for the network.</summary>
    public HttpMessageHandler? HttpHandler { get; init; }

    public string FullPath(string path) => Path.GetFullPath(path, WorkingDirectory);

    public static Dictionary<string, string> ReadVariables()
    {
        var variables = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        return variables;
    }
}
