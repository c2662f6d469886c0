using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace SessionsWidgets.Tests.Templates;

/// <summary>Runs every hostile template in other processes, which must live to tell how each ended.</summary>
public class HostileTemplatesTests
{
    private const long MaxBytes = 64L << 20;
    private const int AtOnce = 2;
    private static readonly TimeSpan MaxTime = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan MaxTimeCold = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Render_TemplatesMeantToKill_EndInATypedErrorInTimeAndMemory()
    {
        var lines = (await RunAsync(HostileHost.All)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Length.ShouldBe(HostileTemplates.All.Count + HostileFilters.All.Count, string.Join('\n', lines));
        lines.SelectMany(line => Faults(line, MaxTime)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Render_EachAsTheFirstOfItsProcess_EndsInATypedErrorInTime()
    {
        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(HostileTemplates.First.Keys, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (name, _) =>
        {
            foreach (var fault in Faults((await RunAsync(name)).Trim(), MaxTimeCold)) faults.Add(fault);
        });

        faults.ShouldBeEmpty();
    }

    /// <summary>What is wrong with how a template ended.</summary>
    private static IEnumerable<string> Faults(string line, TimeSpan maxTime)
    {
        var parts = line.Split('\t');
        if (parts.Length < 5 || parts[1] != nameof(TemplateException)) return [$"no typed error: {line}"];
        var isSlow = double.Parse(parts[^2], CultureInfo.InvariantCulture) > maxTime.TotalMilliseconds;
        return isSlow || long.Parse(parts[^1], CultureInfo.InvariantCulture) > MaxBytes ? [$"too much: {line}"] : [];
    }

    private static async Task<string> RunAsync(string what)
    {
        var assembly = typeof(HostileTemplatesTests).Assembly.Location;
        var start =
            new ProcessStartInfo("dotnet", ["exec", "--runtimeconfig", Path.ChangeExtension(assembly, ".runtimeconfig.json"), assembly])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment[HostileHost.Switch] = what;

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{what}: {await errors}");
        return output;
    }
}
