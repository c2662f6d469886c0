namespace SessionsWidgets.Cli.Build.Again;

/// <summary>What is known of the last build into an output folder. Immutable.</summary>
/// <param name="Fingerprint">The hash of all that the build went by, besides its files and the data.</param>
/// <param name="Files">What it made of which file.</param>
/// <param name="Fragments">The hashes of what its widgets were.</param>
internal sealed record LastBuild(
    ContentHash Fingerprint, IReadOnlyDictionary<string, BuiltFile> Files, IReadOnlyDictionary<WidgetCall, ContentHash> Fragments);
