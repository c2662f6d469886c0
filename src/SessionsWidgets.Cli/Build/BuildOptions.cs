namespace SessionsWidgets.Cli.Build;

/// <summary>What a build is to do. Paths are full ones.</summary>
internal sealed record BuildOptions
{
    public required string Site { get; init; }

    public required string Output { get; init; }

    /// <summary>Where the stylesheet goes, below <see cref="Output"/>, with slashes.</summary>
    public required string StylesheetPath { get; init; }

    /// <summary>Where the last good data are kept; null for nowhere.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Whether to do everything but write.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Whether a widget without fresh data fails the build.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether to write into a folder that holds other files.</summary>
    public bool IsForced { get; init; }
}
