namespace SessionsWidgets.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>It failed: upstream, a template, a file.</summary>
    public const int Failed = 1;

    /// <summary>It was called or configured wrongly.</summary>
    public const int WrongUsage = 2;

    /// <summary>It was interrupted (128 + SIGINT, as shells count).</summary>
    public const int Interrupted = 130;
}
