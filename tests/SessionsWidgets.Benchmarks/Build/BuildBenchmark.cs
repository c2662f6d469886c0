using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Benchmarks.Build;

/// <summary>The build step against a bare splice of the same fragments into the same pages: processor time of whole processes. Linux
/// only.</summary>
internal static class BuildBenchmark
{
    private const int Runs = 15;
    private const int PageBytes = 11 * 1024;

    private static readonly (string Name, string Marker)[] Widgets =
    [
        ("recent-smokes", "<recent-smokes></recent-smokes>"),
        ("cigar-cards", "<cigar-cards></cigar-cards>"),
        ("session-card", "<session-card></session-card>"),
    ];

    public static async Task RunAsync()
    {
        using var folder = new TemporaryFolder();
        Console.WriteLine($"Files are in {folder.Path}; TMPDIR says where.");
        await using var sandbox = await SandboxApi.StartAsync();
        Environment.SetEnvironmentVariable("SessionsWidgets__ApiKey", sandbox.ApiKey);
        var splice = Publish("tests/SessionsWidgets.Benchmarks/Build/Splice/Splice.csproj", Path.Combine(folder.Path, "splice"), "Splice");
        var tool = Publish("src/SessionsWidgets.Cli/SessionsWidgets.Cli.csproj", Path.Combine(folder.Path, "tool"), "sessions-widgets");
        await WriteFragmentsAsync(sandbox, folder);

        Console.WriteLine("| site | splice | build | ratio | build's peak memory |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var (pages, hasWidgets) in ((int, bool)[])[(1000, true), (1000, false), (10_000, true), (10_000, false)])
        {
            var site = Path.Combine(folder.Path, $"site-{pages}-{hasWidgets}");
            WriteSite(site, pages, hasWidgets, sandbox);
            var (bare, built) = (new List<ProcessUsage>(), new List<ProcessUsage>());
            // In turns, so that what else the machine does hits both.
            for (var run = 0; run < (pages > 1000 ? 5 : Runs); run++)
            {
                bare.Add(Measure(folder, output => ProcessUsage.Of(splice, site, output, Path.Combine(folder.Path, "fragments"))));
                built.Add(Measure(folder, output => ProcessUsage.Of(tool, "build", site, "--output", output)));
            }

            CheckSame(folder, site, splice, tool);
            var (bareTime, builtTime) = (Median(bare), Median(built));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {pages} pages, {(hasWidgets ? "three widgets each" : "no widgets")} | {bareTime:0} ms | {builtTime:0} ms | "
                + $"{builtTime / bareTime:0.0} | {built.Max(b => b.Megabytes):0} MB |"));
        }
    }

    private static double Median(List<ProcessUsage> runs) => runs.Select(r => r.Milliseconds).Order().ElementAt(runs.Count / 2);

    private static ProcessUsage Measure(TemporaryFolder folder, Func<string, ProcessUsage> run)
    {
        var output = Path.Combine(folder.Path, "out");
        if (Directory.Exists(output)) Directory.Delete(output, recursive: true);
        // What is left to do of the deletion would be counted to whoever comes next.
        ProcessUsage.WriteBack();
        return run(output);
    }

    /// <summary>Both must have written the same pages, or they did not do the same work.</summary>
    private static void CheckSame(TemporaryFolder folder, string site, string splice, string tool)
    {
        var (bare, built) = (Path.Combine(folder.Path, "bare"), Path.Combine(folder.Path, "built"));
        ProcessUsage.Of(splice, site, bare, Path.Combine(folder.Path, "fragments"));
        ProcessUsage.Of(tool, "build", site, "--output", built);
        foreach (var page in Directory.EnumerateFiles(bare, "*.html", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(bare, page);
            if (!File.ReadAllBytes(page).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(built, name))))
                throw new InvalidOperationException($"{name} is not the same.");
        }

        Directory.Delete(bare, recursive: true);
        Directory.Delete(built, recursive: true);
    }

    /// <summary>Both programs as they are published: compiled to native code.</summary>
    public static string Publish(string project, string output, string name)
    {
        string[] arguments = [
            "publish", RepositoryFiles.PathOf(project.Split('/')), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o",
            output, "-v", "q", "-nologo"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
        process.WaitForExit();
        return process.ExitCode == 0 ? Path.Combine(output, name) : throw new InvalidOperationException($"{project} does not build.");
    }

    private static async Task WriteFragmentsAsync(SandboxApi sandbox, TemporaryFolder folder)
    {
        await using var client = new SessionsClient(new SessionsClientOptions { ApiBaseUrl = sandbox.BaseUrl, ApiKey = sandbox.ApiKey });
        var widgets = new WidgetRenderer(client);
        foreach (var (name, marker) in Widgets)
        {
            var widget = widgets.Catalog.Get(name).Parse([]);
            var fragment = await widgets.RenderAsync(
                client.GetBusiness(BusinessType.Venue, "stogies-chapin"), widget, new RenderRequest { Dates = DateStyle.Absolute });
            folder.Write($"fragments/{name}.marker", marker);
            folder.Write($"fragments/{name}.html", fragment.ToString());
        }
    }

    public static void WriteSite(string site, int pages, bool hasWidgets, SandboxApi sandbox)
    {
        Directory.CreateDirectory(site);
        File.WriteAllText(
            Path.Combine(site, "sessions-widgets.json"),
            $$"""{ "SessionsWidgets": { "ApiBaseUrl": "{{sandbox.BaseUrl}}", "BusinessId": "stogies-chapin" } }""");
        for (var i = 0; i < pages; i++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(site, $"{i / 100}")).FullName;
            File.WriteAllText(Path.Combine(folder, $"{i}.html"), Page(i, hasWidgets));
        }
    }

    private static string Page(int number, bool hasWidgets)
    {
        var page = new StringBuilder()
            .Append(
                CultureInfo.InvariantCulture,
                $"<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Page {number}</title>"
                + $"<link rel=\"stylesheet\" href=\"/sessions-widgets.css\"></head>\n<body>\n<main>\n");
        for (var section = 0; page.Length < PageBytes; section++)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<section class=\"part\" id=\"s{section}\"><h2>Part {section} of {number}</h2>\n<p>Some <em>text</em> of a page that "
                + $"<a href=\"/{section}.html\">leads</a> elsewhere &amp; goes on for a while, as pages "
                + $"do.</p>\n<ul><li>one</li><li>two</li></ul></section>\n");
            if (hasWidgets && section % 10 == 4 && section / 10 < Widgets.Length) page.Append(Widgets[section / 10].Marker).Append('\n');
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }
}
