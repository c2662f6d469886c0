namespace SessionsWidgets.Cli.Build.Again;

/// <summary>What a build made of a file of the site of which there was nothing to say.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Source">The file; null for a compressed copy that was created again from its page.</param>
/// <param name="Output">What it became.</param>
internal sealed record BuiltFile(string Name, FileMark? Source, FileMark Output)
{
    /// <summary>The number of tags of a page; null for another file.</summary>
    public int? Tags { get; init; }

    /// <summary>The different calls of the tags.</summary>
    public IReadOnlyList<WidgetCall> Calls { get; init; } = [];

    /// <summary>Whether a page has become another one.</summary>
    public bool HasChanged { get; init; }

    /// <summary>The compressed copies of a page.</summary>
    public IReadOnlyList<BuiltFile> Twins { get; init; } = [];
}
