using SessionsWidgets.Cli.Build.Output;

namespace SessionsWidgets.Cli.Build;

/// <summary>The options of a build. Paths are full paths.</summary>
internal sealed record BuildOptions
{
    public required string Site { get; init; }

    /// <summary>The folder that is written to; null for none.</summary>
    public string? Output { get; init; }

    /// <summary>The path of the stylesheet below the output folder, with slashes.</summary>
    public required string StylesheetPath { get; init; }

    /// <summary>The folder of last good data; null for none.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Whether to write the calendars of the businesses.</summary>
    public bool WithCalendars { get; init; }

    /// <summary>Whether the pictures of widgets are files of the site.</summary>
    public bool WithLocalPictures { get; init; }

    /// <summary>Patterns of pages besides <c>.html</c> and <c>.htm</c>.</summary>
    public IReadOnlyList<string> Included { get; init; } = [];

    /// <summary>What is written; null where nothing is.</summary>
    public OutputTarget? Target =>
        Output is null ? null : new OutputTarget(Output, "build") { Source = Site, IsForced = IsForced };

    /// <summary>Whether paragraphs that hold nothing but widgets stay around them.</summary>
    public bool KeepsParagraphs { get; init; }

    /// <summary>Whether example data is used instead of the APIs.</summary>
    public bool UsesSandbox { get; init; }

    /// <summary>Whether nothing is written.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Whether the site is built again whenever it changes.</summary>
    public bool IsWatching { get; init; }

    /// <summary>Whether a widget without fresh data fails the build.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether messages are written for MSBuild.</summary>
    public bool IsForMSBuild { get; init; }

    /// <summary>The folder that the files of the site were copied from; null if that is not known.</summary>
    public string? Source { get; init; }

    /// <summary>Whether to write into a folder that has other files.</summary>
    public bool IsForced { get; init; }
}
