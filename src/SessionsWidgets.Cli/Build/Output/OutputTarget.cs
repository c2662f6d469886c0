namespace SessionsWidgets.Cli.Build.Output;

/// <summary>The folder that a command writes.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Command">The name of the command: what another one wrote, it does not write over.</param>
internal sealed record OutputTarget(string Path, string Command)
{
    /// <summary>The folder that the command reads, which must stand apart; null for none.</summary>
    public string? Source { get; init; }

    /// <summary>What that folder is called.</summary>
    public string SourceName { get; init; } = "the site";

    /// <summary>Whether to write into a folder that has other files.</summary>
    public bool IsForced { get; init; }
}
