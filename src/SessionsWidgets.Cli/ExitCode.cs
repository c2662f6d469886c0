namespace SessionsWidgets.Cli;

/// <summary>The exit codes of the process.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A failure of upstream, a template or a file.</summary>
    public const int Failed = 1;

    /// <summary>Wrong arguments or configuration.</summary>
    public const int WrongUsage = 2;

    /// <summary>Interrupted: 128 + SIGINT.</summary>
    public const int Interrupted = 130;

    /// <summary>Terminated: 128 + SIGTERM.</summary>
    public const int Terminated = 143;
}
