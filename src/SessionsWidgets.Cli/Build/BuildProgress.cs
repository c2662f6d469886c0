using System.Globalization;
using Spectre.Console;

namespace SessionsWidgets.Cli.Build;

/// <summary>Shows progress: a bar in a terminal, a line every few seconds in a log.</summary>
internal static class BuildProgress
{
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(5);

    /// <summary>Runs the work, which reports each file that is done, from any thread.</summary>
    public static Task RunAsync(CliEnvironment environment, int files, Func<Action, Task> work) =>
        environment.IsTerminal ? DrawAsync(environment, files, work) : LogAsync(environment, files, work);

    private static Task DrawAsync(CliEnvironment environment, int files, Func<Action, Task> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(environment.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("Building", maxValue: Math.Max(files, 1));
                await work(() => task.Increment(1));
            });
    }

    private static Task LogAsync(CliEnvironment environment, int files, Func<Action, Task> work)
    {
        var @lock = new Lock();
        var done = 0;
        var last = environment.Clock.GetTimestamp();
        return work(() =>
        {
            lock (@lock)
            {
                done++;
                if (environment.Clock.GetElapsedTime(last) < LogInterval) return;
                last = environment.Clock.GetTimestamp();
                environment.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} of {files} files"));
            }
        });
    }
}
