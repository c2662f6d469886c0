using System.Diagnostics;
using System.Globalization;
using SessionsWidgets.Sandbox;

namespace SessionsWidgets.Benchmarks.Site;

/// <summary>What cached widgets cost a page and the endpoint, against the same bytes without the library.</summary>
internal static class SiteBenchmark
{
    private const int WarmUps = 3;
    private const int Rounds = 5;
    private const int WidgetsOfPage = 3;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);
    private const int Pasted = 0, Widgets = 1, BareTags = 2, Bare = 3, Fragment = 4;

    private static readonly string[] Paths =
        ["/pasted-page", "/widgets-page", "/bare-tags-page", SiteServer.BarePath, SiteServer.FragmentPath];

    public static async Task RunAsync()
    {
        await using var sandbox = await SandboxApi.StartAsync();
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardInput = true,
        };
        foreach (var argument in (string[])["site-server", sandbox.BaseUrl.AbsoluteUri, sandbox.ApiKey]) start.ArgumentList.Add(argument);
        using var server = Process.Start(start)!;
        var address = new Uri((await server.StandardOutput.ReadLineAsync())!);
        // Until the runtime has compiled all of it for speed.
        for (var i = 0; i < WarmUps; i++)
        {
            foreach (var path in Paths) await MeasureAsync(path);
        }

        var rounds = new List<Load[]>();
        for (var round = 0; round < Rounds; round++)
        {
            var loads = new Load[Paths.Length];
            for (var i = 0; i < Paths.Length; i++) loads[i] = await MeasureAsync(Paths[i]);
            rounds.Add(loads);
        }

        server.StandardInput.Close();
        await server.WaitForExitAsync();
        Print(rounds);
        await WidgetCost.RunAsync(sandbox);

        async Task<Load> MeasureAsync(string path)
        {
            server.Refresh();
            var (before, clock) = (server.TotalProcessorTime, Stopwatch.GetTimestamp());
            var count = await LoadClient.RunAsync(new Uri(address, path), Duration);
            var elapsed = Stopwatch.GetElapsedTime(clock);
            server.Refresh();
            return new Load((server.TotalProcessorTime - before).TotalMicroseconds / count, count / elapsed.TotalSeconds);
        }
    }

    public static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }

    public static void Print(string what, string value) => Console.WriteLine($"{what,-64} {value}");

    private static void Print(List<Load[]> rounds)
    {
        for (var i = 0; i < Paths.Length; i++)
        {
            var (cpu, rate) = (Median(rounds.Select(r => r[i].Microseconds)), Median(rounds.Select(r => r[i].PerSecond)));
            Print(Paths[i], string.Create(CultureInfo.InvariantCulture, $"{cpu:0.0} µs of processor time, {rate:0} requests/s"));
        }

        Print("a widget above pasted HTML, processor time", Above(Widgets, Pasted));
        Print("a widget above a tag helper that does nothing else", Above(Widgets, BareTags));
        Print("a page of widgets against pasted, requests/s", Ratio(Widgets, Pasted));
        Print("a page of tag helpers that do nothing else against pasted", Ratio(BareTags, Pasted));
        Print("a fragment against a bare endpoint, requests/s", Ratio(Fragment, Bare));

        string Above(int one, int other) => string.Create(
            CultureInfo.InvariantCulture,
            $"{Median(rounds.Select(r => (r[one].Microseconds - r[other].Microseconds) / WidgetsOfPage)):0.00} µs");

        string Ratio(int one, int other) => string.Create(
            CultureInfo.InvariantCulture, $"{Median(rounds.Select(r => r[one].PerSecond / r[other].PerSecond)):0.00}");
    }

    private sealed record Load(double Microseconds, double PerSecond);
}
