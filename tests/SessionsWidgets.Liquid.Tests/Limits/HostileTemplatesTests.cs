using System.Diagnostics;
using System.Globalization;

namespace SessionsWidgets.Liquid.Tests;

/// <summary>Runs every hostile template in a process of its own, which must live to tell how each ended.</summary>
public class HostileTemplatesTests
{
    private const long MaxBytes = 64L << 20;
    private static readonly TimeSpan MaxTime = TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task Render_TemplatesMeantToKill_EndInATypedErrorInTimeAndMemory()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add("--runtimeconfig");
        start.ArgumentList.Add(Path.ChangeExtension(typeof(HostileTemplatesTests).Assembly.Location, ".runtimeconfig.json"));
        start.ArgumentList.Add(typeof(HostileTemplatesTests).Assembly.Location);
        start.Environment[HostileHost.Switch] = "1";

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(0, await errors);
        lines.Length.ShouldBe(HostileTemplates.All.Count, string.Join('\n', lines));
        foreach (var line in lines)
        {
            var parts = line.Split('\t');
            parts[1].ShouldBe("LiquidException", line);
            TimeSpan.FromMilliseconds(double.Parse(parts[2], CultureInfo.InvariantCulture)).ShouldBeLessThan(MaxTime, line);
            long.Parse(parts[3], CultureInfo.InvariantCulture).ShouldBeLessThan(MaxBytes, line);
        }
    }
}
