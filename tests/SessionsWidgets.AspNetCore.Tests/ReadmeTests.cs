using System.Reflection;
using AngleSharp.Html.Parser;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore.Tests.Components;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests;

/// <summary>The code of the README and the docs does what they say.</summary>
public class ReadmeTests
{
    private const string Builder = "var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder();\n";

    [Fact]
    public async Task Component_AsWritten_StandsInThePage()
    {
        var page = RepositoryFiles.PathOf("tests", "SessionsWidgets.AspNetCore.Tests", "Components", "InReadme.razor");
        File.ReadAllText(page).ShouldContain(Readme.Blocks("razor").ShouldHaveSingleItem());
        await using var site = await BlazorSite.StartAsync();

        var main = new HtmlParser().ParseDocument(await site.MainAsync("/blazor/readme"));

        main.QuerySelectorAll(".sw-recent-smokes .sw-cards article").Length.ShouldBe(6);
        main.QuerySelectorAll(".sw-cigar-cards article").Length.ShouldBe(4);
    }

    [Fact]
    public async Task Component_AsTheDocHasIt_StandsInThePage()
    {
        var page = RepositoryFiles.PathOf("tests", "SessionsWidgets.AspNetCore.Tests", "Components", "InDoc.razor");
        File.ReadAllText(page).ShouldContain(Readme.Blocks(RepositoryFiles.PathOf("docs", "blazor.md"), "razor")[0]);
        await using var site = await BlazorSite.StartAsync(settings: TestSite.Uptown);

        (await site.MainAsync("/blazor/doc")).ShouldContain("sw-recent-smokes");

        site.Sandbox.Requests.All.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            r => r.Path.ShouldBe("/brands/casa-belmonte/sessions"),
            r => r.Query.ShouldBe("?limit=6&from=2026-07-01&featured=true"));
    }

    [Fact]
    public async Task LibraryCall_AsWritten_PrintsTheWidgetAndTheSessions()
    {
        await using var sandbox = await SandboxApi.StartAsync();
        var text = await RunAsync(Readme.Blocks("csharp")[1]
            .Replace("https://api.boxpressd.com", sandbox.BaseUrl.AbsoluteUri, StringComparison.Ordinal)
            .Replace("Environment.GetEnvironmentVariable(\"SessionsWidgets__ApiKey\")", $"\"{sandbox.ApiKey}\"", StringComparison.Ordinal));
        new HtmlParser().ParseDocument(text).QuerySelectorAll("article").Length.ShouldBe(6);
        text.ShouldContain(": ");
        sandbox.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task OwnWidget_AsWritten_StandsInThePage()
    {
        var doc = RepositoryFiles.PathOf("docs", "own-widgets.md");
        var page = RepositoryFiles.PathOf("tests", "SessionsWidgets.AspNetCore.Tests", "Pages", "House.cshtml");
        File.ReadAllText(page).ShouldContain(Readme.Blocks(doc, "html")[0]);
        using var templates = new TemporaryFolder();
        templates.Write("house-stats.liquid", Readme.Blocks(doc, "liquid")[0]);
        var blocks = Readme.Blocks(doc, "csharp");
        const string Using = "using SessionsWidgets;\n";
        var code = Compile(
            "using SessionsWidgets.AspNetCore;\n" + blocks[0].Replace(Using, Using + Builder + blocks[1] + "\n", StringComparison.Ordinal));
        var widget = (WidgetDefinition)code.GetType("HouseStatsWidget")!.GetProperty("Type")!.GetValue(null)!;
        await using var site =
            await TestSite.StartAsync(configure: b => b.AddWidget(widget), settings: ("SessionsWidgets:Templates", templates.Path));
        var section = new HtmlParser().ParseDocument(await site.Http.GetStringAsync("/House")).QuerySelector("section.house-stats")!;
        section.QuerySelector("h2")!.TextContent.ShouldBe("The house this week");
        section.QuerySelector("p")!.TextContent.ShouldMatch(@"^50 smokes, \d+ people$");
    }

    [Fact]
    public async Task OwnWidgetWithAList_AsWritten_ShowsItsSessions()
    {
        var doc = RepositoryFiles.PathOf("docs", "own-widgets.md");
        using var templates = new TemporaryFolder();
        templates.Write("five-stars.liquid", Readme.Blocks(doc, "liquid")[1]);
        var types = Compile(
            Readme.Blocks(doc, "csharp")[2]
                .Replace("using SessionsWidgets;", "using SessionsWidgets;\nConsole.WriteLine();", StringComparison.Ordinal));
        var widget = (WidgetDefinition)types.GetType("FiveStarsWidget")!.GetProperty("Type")!.GetValue(null)!;
        await using var site =
            await TestSite.StartAsync(configure: b => b.AddWidget(widget), settings: ("SessionsWidgets:Templates", templates.Path));
        var lounge = await site.Services.GetRequiredService<BusinessDirectory>().GetAsync(null);
        var best = (await lounge.GetSessionsAsync(new SessionQuery { Limit = 100 })).Sessions.Where(s => s.Rating == 5).ToList();
        best.ShouldNotBeEmpty();

        var fragment = await site.Services.GetRequiredService<WidgetRenderer>().RenderAsync(lounge, "five-stars");

        fragment.Error.ShouldBeNull();
        var section = new HtmlParser().ParseDocument(fragment.ToString()).QuerySelector("section.five-stars")!;
        section.QuerySelector("h2")!.TextContent.ShouldBe("five-stars");
        var items = section.QuerySelectorAll("li").Select(i => i.TextContent).ToList();
        items.Count.ShouldBe(best.Count);
        for (var i = 0; i < items.Count; i++)
        {
            items[i].ShouldStartWith($"{best[i].User.DisplayName}, ");
            items[i].ShouldContain($": {best[i].Cigar?.Name}");
        }
    }

    [Fact]
    public async Task OwnWidgetWithSeveralQueries_AsWritten_ShowsWhatTheyBring()
    {
        using var templates = new TemporaryFolder();
        templates.Write("house-cigar.liquid", "{{ cigar }}: {{ smokes }} smokes, {{ guests }} guests");
        var code = Readme.Blocks(RepositoryFiles.PathOf("docs", "own-widgets.md"), "csharp")[3];
        var types =
            Compile(code.Replace("using SessionsWidgets;", "using SessionsWidgets;\nConsole.WriteLine();", StringComparison.Ordinal));
        var widget = (WidgetDefinition)types.GetType("HouseCigarWidget")!.GetProperty("Type")!.GetValue(null)!;
        await using var site =
            await TestSite.StartAsync(configure: b => b.AddWidget(widget), settings: ("SessionsWidgets:Templates", templates.Path));
        var lounge = await site.Services.GetRequiredService<BusinessDirectory>().GetAsync(null);

        var fragment = await site.Services.GetRequiredService<WidgetRenderer>().RenderAsync(lounge, "house-cigar");

        fragment.Error.ShouldBeNull();
        fragment.Origin.ShouldBe(FragmentOrigin.Fresh);
        fragment.ToString().ShouldMatch(@"^[^:]+: [1-9]\d* smokes, \d+ guests$");
        site.Sandbox.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task TemplateExtensions_AsWritten_StandInThePage()
    {
        var doc = RepositoryFiles.PathOf("docs", "template-extensions.md");
        var html = Readme.Blocks(doc, "html");
        var page = RepositoryFiles.PathOf("tests", "SessionsWidgets.AspNetCore.Tests", "Pages", "Extended.cshtml");
        File.ReadAllText(page).ShouldContain(html[0]);
        using var templates = new TemporaryFolder();
        templates.Write("recent-smokes.liquid", Readme.Blocks(doc, "liquid").ShouldHaveSingleItem());
        const string LastUsing = "using SessionsWidgets.AspNetCore;\n";
        var code = Compile(
            Readme.Blocks(doc, "csharp").ShouldHaveSingleItem().Replace(LastUsing, LastUsing + Builder, StringComparison.Ordinal));
        var extend = code.GetType("HouseTemplates")!.GetMethod("Extend")!.CreateDelegate<Action<TemplateExtensions>>();
        await using var site = await TestSite.StartAsync(
            configure: b => b.ExtendTemplates(extend), settings: ("SessionsWidgets:Templates", templates.Path));

        (await site.Http.GetStringAsync("/Extended")).Trim().ShouldBe(html[1]);
    }

    [Fact]
    public void Tables_OfTheDocs_NameEveryConfigurationKeyAndParameter()
    {
        var configuration = File.ReadAllText(RepositoryFiles.PathOf("docs", "configuration.md"));
        var widgets = File.ReadAllText(RepositoryFiles.PathOf("docs", "widgets", "README.md"));
        var keys = typeof(SessionsWidgetsOptions)
            .GetProperties()
            .Select(p => p.Name)
            .Concat(typeof(CachePolicy).GetProperties().Select(p => p.Name).Where(n => n != "EqualityContract"));
        foreach (var key in keys) configuration.ShouldContain(key);
        foreach (var parameter in WidgetCatalog.BuiltIn.Definitions.SelectMany(t => t.Parameters))
            widgets.ShouldContain($"`{parameter.Name}`");
    }

    [Fact]
    public void Readme_OfTheProject_IsShortAndNamesEveryWidget()
    {
        var readme = File.ReadAllLines(RepositoryFiles.PathOf("README.md"));
        readme.Length.ShouldBeLessThan(150);
        var text = string.Join('\n', readme);
        var table = File.ReadAllText(RepositoryFiles.PathOf("docs", "widgets", "README.md"));
        foreach (var name in WidgetCatalog.BuiltIn.Definitions.Select(d => d.Name))
        {
            text.ShouldContain($"[`{name}`](docs/widgets/{name}.md)");
            table.ShouldContain($"| [`{name}`]({name}.md) |");
        }
    }

    /// <summary>Runs a program and gives what it prints.</summary>
    private static async Task<string> RunAsync(string code)
    {
        // The console is one for the whole process; the test's own writer takes its place.
        var slot = $"output {Guid.NewGuid():N}";
        var main = Compile(
            code.Replace(
                "Console.WriteLine",
                $"((System.IO.TextWriter)AppDomain.CurrentDomain.GetData(\"{slot}\")!).WriteLine",
                StringComparison.Ordinal)).EntryPoint!;
        await using var output = new StringWriter();
        AppDomain.CurrentDomain.SetData(slot, output);
        // The entry point of top-level statements waits for them.
        await Task.Run(() => main.Invoke(null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()]));
        return output.ToString();
    }

    internal static Assembly Compile(string code)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(p => MetadataReference.CreateFromFile(p));
        const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; "
            + "global using System.Threading.Tasks; global using Microsoft.Extensions.Configuration; "
            + "global using Microsoft.Extensions.DependencyInjection;";
        var compilation = CSharpCompilation.Create(
            $"Readme{Guid.NewGuid():N}",
            [CSharpSyntaxTree.ParseText(Usings), CSharpSyntaxTree.ParseText(code)],
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id != "CS1701")
            .Select(d => d.ToString())
            .ShouldBeEmpty();
        return Assembly.Load(assembly.ToArray());
    }
}
