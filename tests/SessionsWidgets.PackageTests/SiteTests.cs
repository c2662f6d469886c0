using System.Globalization;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;
using SessionsWidgets.BrowserTests;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Docs;
using Xunit.Abstractions;

namespace SessionsWidgets.PackageTests;

/// <summary>What a newcomer does by the README, from an empty folder to the widget, within a minute of machine time: restoring,
/// building and running, but not packing.</summary>
[Collection(nameof(Packages))]
public sealed class SiteTests(Packages packages, ITestOutputHelper output)
{
    private readonly TimeSpan _before = MachineTime.Total;

    [Fact]
    public async Task RazorSite_ByTheReadme_ShowsTheWidgets()
    {
        var project = await packages.NewAsync("webapp", "Lounge");
        await Packages.AddAsync(project, "SessionsWidgets.AspNetCore", "SessionsWidgets.Sandbox");
        Register(project);
        var imports = DocBlocks.With("docs/quick-start.md", "html", "@addTagHelper").Text;
        Edit(project, "Pages/_ViewImports.cshtml", text => $"{text}\n{imports}\n");
        Edit(project, "Pages/Index.cshtml", text => text + Block("html", "<recent-smokes"));
        await using (var site = await RunningProject.StartAsync(project))
        {
            var page = new HtmlParser().ParseDocument(await site.GetAsync("/"));

            page.QuerySelectorAll(".sw-recent-smokes article").Length.ShouldBe(6);
            page.QuerySelectorAll(".sw-cigar-cards article").Length.ShouldBe(4);
            var stylesheet = page.QuerySelector("link[href*=sessions-widgets]")!.GetAttribute("href")!;
            (await site.GetAsync(stylesheet)).ShouldContain(".sw-");
            site.Lines.ShouldContain(line => line.Contains("sandbox", StringComparison.OrdinalIgnoreCase));
            ShouldHaveTakenAMinuteAtMost("webapp");
            await ShouldBeAccessibleAsync(new Uri(site.Url, "/"));
        }
    }

    [Fact]
    public async Task BlazorSite_ByTheReadme_ShowsTheWidgets()
    {
        var project = await packages.NewAsync("blazor", "LoungeApp");
        await Packages.AddAsync(project, "SessionsWidgets.AspNetCore", "SessionsWidgets.Sandbox");
        Register(project);
        Edit(project, "Components/_Imports.razor", text => text + "\n@using SessionsWidgets.AspNetCore\n");
        Edit(project, "Components/Pages/Home.razor", text => text + Block("razor", "<SessionWidget"));
        await using (var site = await RunningProject.StartAsync(project))
        {
            var page = new HtmlParser().ParseDocument(await site.GetAsync("/"));

            page.QuerySelectorAll(".sw-recent-smokes article").Length.ShouldBe(6);
        }

        ShouldHaveTakenAMinuteAtMost("blazor");
    }

    [Fact]
    public async Task ConsoleProgram_ByTheReadme_PrintsTheWidget()
    {
        var project = await packages.NewAsync("console", "Print");
        await Packages.AddAsync(project, "SessionsWidgets");
        await using var sandbox = await SandboxApi.StartAsync();
        Edit(project, "Program.cs", _ => Block("csharp", "RenderAsync(")
            .Replace("https://api.boxpressd.com", sandbox.BaseUrl.AbsoluteUri, StringComparison.Ordinal)
            .Replace("Environment.GetEnvironmentVariable(\"SessionsWidgets__ApiKey\")", $"\"{sandbox.ApiKey}\"", StringComparison.Ordinal));

        var run = (await Dotnet.RunAsync(project, "run")).OrThrow("dotnet run");

        new HtmlParser().ParseDocument(run.OutputText).QuerySelectorAll(".sw-recent-smokes article").Length.ShouldBe(6);
        ShouldHaveTakenAMinuteAtMost("console");
    }

    /// <summary>The page of the template has no faults of its own.</summary>
    private static async Task ShouldBeAccessibleAsync(Uri url)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(url.AbsoluteUri);
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
    }

    /// <summary>The first block of the README with this in it.</summary>
    private static string Block(string language, string content) =>
        Readme.Blocks(language).First(block => block.Contains(content, StringComparison.Ordinal));

    private void ShouldHaveTakenAMinuteAtMost(string template)
    {
        var taken = MachineTime.Total - _before;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"From an empty folder to the widget, {template}: {taken.TotalSeconds:0.0} s of processor time."));
        taken.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
    }

    private static void Register(string project) => Edit(
        project,
        "Program.cs",
        text =>
        {
            var lines = Block("csharp", "AddSessionsWidgets(").Split('\n');
            var usings = string.Join('\n', lines.Where(l => l.StartsWith("using ", StringComparison.Ordinal)));
            var code = string.Join('\n', lines.Where(l => !l.StartsWith("using ", StringComparison.Ordinal)));
            const string Build = "var app = builder.Build();";
            text.ShouldContain(Build);
            return $"{usings}\n{text.Replace(Build, $"{code}\n{Build}", StringComparison.Ordinal)}";
        });

    private static void Edit(string project, string file, Func<string, string> change)
    {
        var path = Path.Combine(project, file);
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }
}
