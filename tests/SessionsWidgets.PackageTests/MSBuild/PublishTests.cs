using System.IO.Compression;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.PackageTests.MSBuild;

/// <summary>What <c>dotnet publish</c> makes of projects that refer to the package of MSBuild targets.</summary>
[Collection(nameof(Packages))]
public sealed class PublishTests(Packages packages)
{
    private const string Page =
        "<!doctype html>\n<title>Lounge</title>\n<link rel=\"stylesheet\" href=\"/sessions-widgets.css\">\n"
        + "<main><recent-smokes limit=\"3\"></recent-smokes></main>\n";

    private const string Built = "Built: ";

    private const string Restored = "--no-restore";

    [Fact]
    public async Task PlainSite_Published_HasItsWidgets()
    {
        var project = PlainSite("Plain");
        Compress(project.Write("wwwroot/index.html", Page));
        project.Write("wwwroot/about us/index.html", Page.Replace("<main>", "<main><p>We smoke ", StringComparison.Ordinal));
        project.Write("wwwroot/robots.txt", "User-agent: *\n");
        project.Write("wwwroot/sessions-widgets.json", "{ \"SessionsWidgets\": { \"TimeZone\": \"America/New_York\" } }");
        project.Write("sessions-widgets.json", "{ \"SessionsWidgets\": { \"TimeZone\": \"America/Chicago\" } }");

        var run = (await project.PublishAsync()).OrThrow("dotnet publish");

        project.Files.Where(f => !Path.GetFileName(f).StartsWith("Plain.", StringComparison.Ordinal)).ShouldBe(
            [
                "wwwroot/index.html", "wwwroot/index.html.gz", "wwwroot/robots.txt", "wwwroot/about us/index.html",
                "wwwroot/sessions-widgets.css",
            ],
            ignoreOrder: true);
        var page = project.Read("wwwroot/index.html");
        page.ShouldContain("sw-recent-smokes");
        Decompress(project.PathOf("wwwroot/index.html.gz")).ShouldBe(page);
        var about = Path.Combine(project.Folder, "wwwroot", "about us", "index.html");
        run.OutputText.ShouldContain($"{about}(4,19): warning SW1001: <recent-smokes> is in a <p> with other content");
        run.OutputText.ShouldContain("warning SW1001: a settings file is not read");

        var again = (await project.PublishAsync(Restored)).OrThrow("dotnet publish");

        again.OutputText.ShouldNotContain(Built);
        project.Read("wwwroot/index.html").ShouldBe(page);
    }

    [Fact]
    public async Task PlainSite_Changed_IsBuiltAgainAndWhole()
    {
        var project = PlainSite("Changing");
        project.Write("wwwroot/index.html", Page);
        project.Write("wwwroot/old.html", Page);
        (await project.PublishAsync()).OrThrow("dotnet publish");
        var page = project.Read("wwwroot/index.html");
        File.Delete(Path.Combine(project.Folder, "wwwroot", "old.html"));
        var broken = project.Write("wwwroot/new.html", Page.Replace("limit=\"3\"", "limit=\"0\"", StringComparison.Ordinal));

        var failed = await project.PublishAsync(Restored);

        failed.ExitCode.ShouldBe(1);
        failed.OutputText.ShouldContain($"{broken}(4,22): error SW0001: limit is '0'; it must be a whole number from 1 to 1000.");
        failed.OutputText.ShouldContain("error SW0002: SessionsWidgetsSite: 'wwwroot' is not published");
        project.Read("wwwroot/index.html").ShouldBe(page);
        project.Files.ShouldContain("wwwroot/old.html");
        project.Files.ShouldNotContain("wwwroot/new.html");

        project.Write("wwwroot/new.html", Page);
        (await project.PublishAsync(Restored)).OutputText.ShouldContain(Built);

        project.Read("wwwroot/new.html").ShouldContain("sw-recent-smokes");
        project.Files.ShouldNotContain("wwwroot/old.html");

        Directory.Delete(project.PathOf(""), recursive: true);
        (await project.PublishAsync(Restored)).OrThrow("dotnet publish").OutputText.ShouldNotContain(Built);
        project.Read("wwwroot/new.html").ShouldContain("sw-recent-smokes");
        (await project.PublishAsync(Restored, "-p:SessionsWidgetsAlways=true")).OutputText.ShouldContain(Built);
        (await Dotnet.RunAsync(project.Folder, "clean", "-c", "Release")).OrThrow("dotnet clean");
        Directory.Exists(Path.Combine(project.Folder, "obj", "Release", "net10.0", "sessions-widgets")).ShouldBeFalse();
    }

    [Fact]
    public async Task SiteOfAProgram_Published_IsMadeAndBuilt()
    {
        const string PublishTo = "PublishTo=\"wwwroot\"";
        var block = DocBlocks.With("docs/packages.md", "xml", PublishTo).Text;
        var project = new PublishedProject(
            packages,
            "Generator",
            "Microsoft.NET.Sdk",
            "<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>" + block.Replace(
                PublishTo, "PublishTo=\"site/public\" ExtraArguments=\"--sandbox --css css/widgets.css\"", StringComparison.Ordinal));
        project.Write(
            "Program.cs",
            $""""
            Directory.CreateDirectory(Path.Combine("output", "news"));
            File.WriteAllText(Path.Combine("output", "news", "index.html"), """
            {Page}
            """);
            """");

        (await project.PublishAsync()).OrThrow("dotnet publish");

        project.Read("site/public/news/index.html").ShouldContain("sw-recent-smokes");
        project.Files.ShouldContain("site/public/css/widgets.css");
        Directory.Exists(project.PathOf("output")).ShouldBeFalse();
    }

    [Fact]
    public async Task BlazorWebAssembly_Published_HasItsWidgetsInTheCompressedPageToo()
    {
        var project = new PublishedProject(
            packages,
            "Client",
            "Microsoft.NET.Sdk.BlazorWebAssembly",
            $"""
            <PropertyGroup>
              <PublishTrimmed>false</PublishTrimmed>
              <CompressionExcludePatterns>_framework/**</CompressionExcludePatterns>
            </PropertyGroup>
            <ItemGroup>
              <PackageReference Include="{Blazor}" Version="{PublishedProject.VersionOf(Blazor)}" />
              <SessionsWidgetsSite Include="wwwroot" ExtraArguments="--sandbox" />
            </ItemGroup>
            """);
        project.Write(
            "Program.cs",
            $"await {Blazor}.Hosting.WebAssemblyHostBuilder.CreateDefault(args).Build().RunAsync();");
        project.Write("wwwroot/index.html", Page + "<script src=\"_framework/blazor.webassembly.js\"></script>\n");
        project.Write("sessions-widgets.json", "{ \"SessionsWidgets\": { \"TimeZone\": \"America/Chicago\" } }");

        var refused = await project.PublishAsync("-p:ServiceWorkerAssetsManifest=service-worker-assets.js");
        refused.ExitCode.ShouldBe(1);
        refused.OutputText.ShouldContain("error SW1003: SessionsWidgetsSite: the service worker's service-worker-assets.js has the hashes");

        (await project.PublishAsync()).OrThrow("dotnet publish");

        var page = project.Read("wwwroot/index.html");
        page.ShouldContain("sw-recent-smokes");
        Decompress(project.PathOf("wwwroot/index.html.gz")).ShouldBe(page);
        project.Files.ShouldContain(f => f.StartsWith("wwwroot/_framework/Client.", StringComparison.Ordinal));
        project.Files.ShouldNotContain("sessions-widgets.json");
        (await project.PublishAsync(Restored)).OrThrow("dotnet publish").OutputText.ShouldNotContain(Built);
    }

    [Fact]
    public async Task ServiceWorkersList_WithTheHashOfAPage_FailsThePublish()
    {
        var project = PlainSite("Offline");
        var page = project.Write("wwwroot/index.html", Page);
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(page)));
        var list = project.Write("wwwroot/assets.js", $"self.assetsManifest = {{ \"hash\": \"sha256-{hash}\", \"url\": \"index.html\" }};");

        var run = await project.PublishAsync();

        run.ExitCode.ShouldBe(1);
        run.OutputText.ShouldContain($"{list} : error SW1003: a service worker's list has the hashes of pages");
        Directory.Exists(project.PathOf("wwwroot")).ShouldBeFalse();
    }

    [Fact]
    public async Task SiteOfAspNetCore_Published_IsRefused()
    {
        var project = new PublishedProject(
            packages,
            "Served",
            "Microsoft.NET.Sdk.Web",
            "<ItemGroup><SessionsWidgetsSite Include=\"wwwroot\" ExtraArguments=\"--sandbox\" /></ItemGroup>");
        project.Write("Program.cs", "WebApplication.Create(args).Run();");
        project.Write("wwwroot/index.html", Page);

        var run = await project.PublishAsync();

        run.ExitCode.ShouldBe(1);
        run.OutputText.ShouldContain("error SW0002: SessionsWidgetsSite: 'wwwroot' is what ASP.NET Core serves.");
    }

    private const string Blazor = "Microsoft.AspNetCore.Components.WebAssembly";

    /// <summary>A project as docs/packages.md has it, on example data.</summary>
    private PublishedProject PlainSite(string name)
    {
        const string Site = "<SessionsWidgetsSite Include=\"wwwroot\" ";
        var block = DocBlocks.With("docs/packages.md", "xml", Site + "/>").Text;
        return new(
            packages, name, "Microsoft.NET.Sdk", block.Replace(Site, $"{Site}ExtraArguments=\"--sandbox\" ", StringComparison.Ordinal));
    }

    private static void Compress(string path)
    {
        using var twin = new GZipStream(File.Create($"{path}.gz"), CompressionLevel.Fastest);
        twin.Write(File.ReadAllBytes(path));
    }

    private static string Decompress(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }
}
