using System.Collections;

namespace SessionsWidgets.Cli;

/// <summary>The environment of the command line.</summary>
internal sealed class CliEnvironment
{
    /// <summary>Standard output, as bytes.</summary>
    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    public required string WorkingDirectory { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal, which can show progress.</summary>
    public bool IsTerminal { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The clock by which the command waits for files to be written.</summary>
    public TimeProvider WaitingClock { get; init; } = TimeProvider.System;

    /// <summary>Which program it is: what another one has built, it builds again. Null for this one.</summary>
    public string? Program { get; init; }

    /// <summary>The HTTP handler; null for the default one.</summary>
    public HttpMessageHandler? HttpHandler { get; init; }

    /// <summary>Where the settings of the command are from; null until they are read.</summary>
    public SettingsSource? Settings { get; set; }

    /// <summary>What has to be done before the process ends in the middle of a command; null for nothing. False if it may not end
    /// there.</summary>
    public Func<bool>? TryAbandon { get; set; }

    public string FullPath(string path) => Path.GetFullPath(path, WorkingDirectory);

    public static Dictionary<string, string> ReadVariables()
    {
        var variables = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        return variables;
    }
}
