namespace SessionsWidgets.Cli.Build.Output;

/// <summary>Receives the files that a build makes.</summary>
internal interface IBuildOutput
{
    /// <summary>Writes a file.</summary>
    /// <param name="name">Its name below the output, with slashes.</param>
    /// <param name="content">Its content.</param>
    void Write(string name, ReadOnlySpan<byte> content);
}
