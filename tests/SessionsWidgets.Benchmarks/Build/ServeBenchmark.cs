using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Benchmarks.Build;

/// <summary>What one waits for while one works on a site: <c>serve</c> after a change, and <c>build</c> with nothing changed. Linux
/// only.</summary>
internal static partial class ServeBenchmark
{
    private const int Runs = 5;
    private const int Pages = 1000;

    /// <param name="before">A program from before, to compare the start with; null for none.</param>
    public static async Task RunAsync(string? before)
    {
        using var folder = new TemporaryFolder();
        Console.WriteLine($"Files are in {folder.Path}; TMPDIR says where.");
        await using var sandbox = await SandboxApi.StartAsync();
        Environment.SetEnvironmentVariable("SessionsWidgets__ApiKey", sandbox.ApiKey);
        var tool = BuildBenchmark.Publish(
            "src/SessionsWidgets.Cli/SessionsWidgets.Cli.csproj", folder.PathOf("tool"), "sessions-widgets");
        BuildBenchmark.WriteSite(folder.PathOf("site"), Pages, hasWidgets: true, sandbox);
        Console.WriteLine("| | measured |");
        Console.WriteLine("| --- | --- |");
        await MeasureServeAsync(tool, folder);
        MeasureBuild(tool, folder);
        if (before is not null) MeasureStart(tool, before);
    }

    private static async Task MeasureServeAsync(string tool, TemporaryFolder folder)
    {
        var template = folder.Write("own/recent-smokes.liquid", "<p>0</p>");
        await using var server = TalkingProcess.Start(folder.Path, tool, "serve", "site", "--templates", folder.PathOf("own"));
        var url = await server.ServesAsync();
        using var http = new HttpClient { BaseAddress = url };
        await MeasureAsync("a page changed", folder.PathOf("site/5/500.html"), "</main>", "<p>{0}</p></main>");
        await MeasureAsync("a template changed", template, "<p>0</p>", "<p>of the template {0}</p>");

        async Task MeasureAsync(string what, string file, string old, string pattern)
        {
            var text = await File.ReadAllTextAsync(file);
            var times = new List<double>();
            for (var run = 1; run <= Runs; run++)
            {
                // The page before is told of all that came before.
                var page = await http.GetStringAsync(new Uri("5/500", UriKind.Relative));
                var address = WebUtility.HtmlDecode(Events().Match(page).Groups["address"].Value);
                using var answer = await http.GetAsync(new Uri(url, address), HttpCompletionOption.ResponseHeadersRead);
                using var events = new StreamReader(await answer.Content.ReadAsStreamAsync());
                await events.ReadLineAsync();
                var replacement = string.Format(CultureInfo.InvariantCulture, pattern, run);
                var said = server.Output.Split('\n').Length;
                var watch = Stopwatch.StartNew();
                await File.WriteAllTextAsync(file, text.Replace(old, replacement, StringComparison.Ordinal));
                while (await events.ReadLineAsync() is { } line && !line.StartsWith("data: ", StringComparison.Ordinal))
                {
                }

                page = await http.GetStringAsync(new Uri("5/500", UriKind.Relative));
                times.Add(watch.Elapsed.TotalMilliseconds);
                if (!page.Contains(replacement[..^7], StringComparison.Ordinal)) throw new InvalidOperationException("The page is old.");
                // The server checks all pages after it has told: the next change is not measured against that.
                await Eventually.BeTrueAsync(() => server.Output.Split('\n').Length > said, () => "the change is said");
            }

            Write($"{what}, until the page is told of it and fetched anew", times, "ms");
        }
    }

    private static void MeasureBuild(string tool, TemporaryFolder folder)
    {
        var (full, again) = (new List<double>(), new List<double>());
        string[] command = ["build", folder.PathOf("site"), "--output", folder.PathOf("out"), "--cache", folder.PathOf("cache")];
        for (var run = 0; run < Runs; run++)
        {
            foreach (var path in (string[])["out", "cache"])
            {
                if (Directory.Exists(folder.PathOf(path))) Directory.Delete(folder.PathOf(path), recursive: true);
            }

            ProcessUsage.WriteBack();
            full.Add(ProcessUsage.Of(tool, command).Milliseconds);
            ProcessUsage.WriteBack();
            again.Add(ProcessUsage.Of(tool, command).Milliseconds);
        }

        Write("`build`, processor time", full, "ms");
        Write("`build` again with nothing changed, processor time", again, "ms");
        Write("the second against the first", [Median(again) / Median(full)], "×");
    }

    private static void MeasureStart(string tool, string before)
    {
        var (now, then) = (new List<double>(), new List<double>());
        for (var run = 0; run < 5 * Runs; run++)
        {
            then.Add(TimeOf(before));
            now.Add(TimeOf(tool));
        }

        Write("start of `render --help`, before", then, "ms");
        Write("start of `render --help`, now", now, "ms");
        Write("the second against the first", [Median(now) / Median(then)], "×");

        static double TimeOf(string program)
        {
            var watch = Stopwatch.StartNew();
            var start = new ProcessStartInfo(program, ["render", "--help"]) { UseShellExecute = false, RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return watch.Elapsed.TotalMilliseconds;
        }
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Write(string what, List<double> times, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {Median(times):0.##} {unit} |"));

    [GeneratedRegex("data-events=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Events();
}
