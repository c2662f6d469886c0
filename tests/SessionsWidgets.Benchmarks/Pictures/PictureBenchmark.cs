using System.Diagnostics;
using System.Globalization;
using SessionsWidgets.Benchmarks.Site;

namespace SessionsWidgets.Benchmarks.Pictures;

/// <summary>A kept picture by the endpoint against the same bytes as a static file of ASP.NET Core, by turns.</summary>
internal static class PictureBenchmark
{
    private const int WarmUps = 2;

    public static async Task RunAsync(int rounds, TimeSpan duration)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardInput = true,
        };
        start.ArgumentList.Add("picture-server");
        using var server = Process.Start(start)!;
        Uri file = new((await server.StandardOutput.ReadLineAsync())!), picture = new((await server.StandardOutput.ReadLineAsync())!);
        var (files, pictures) = (new List<double>(), new List<double>());
        for (var round = -WarmUps; round < rounds; round++)
        {
            var (one, other) = (await MeasureAsync(file), await MeasureAsync(picture));
            if (round < 0) continue;
            files.Add(one);
            pictures.Add(other);
        }

        server.StandardInput.Close();
        await server.WaitForExitAsync();
        Print("a static file of 20 KB", files);
        Print("a kept picture of 20 KB", pictures);
        var ratios = pictures.Zip(files, static (p, f) => p / f).ToList();
        var (median, least, most) = (SiteBenchmark.Median(ratios), ratios.Min(), ratios.Max());
        SiteBenchmark.Print(
            "the picture against the file",
            string.Create(CultureInfo.InvariantCulture, $"{median:0.00} ({least:0.00} to {most:0.00})"));

        async Task<double> MeasureAsync(Uri address)
        {
            var clock = Stopwatch.GetTimestamp();
            return await LoadClient.RunAsync(address, duration) / Stopwatch.GetElapsedTime(clock).TotalSeconds;
        }
    }

    private static void Print(string what, List<double> rates) =>
        SiteBenchmark.Print(what, string.Create(CultureInfo.InvariantCulture, $"{SiteBenchmark.Median(rates):0} requests/s"));
}
