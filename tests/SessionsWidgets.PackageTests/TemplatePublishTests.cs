using SessionsWidgets.TestSupport;

namespace SessionsWidgets.PackageTests;

/// <summary>What docs/templates.md says of publishing a folder of templates with a site.</summary>
public sealed class TemplatePublishTests : IDisposable
{
    private static readonly string[] Texts = ["locales/en.json"];

    private static readonly string[] Templates = ["partials/avatar.liquid", "recent-smokes.liquid"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Publish_WithTheLinesOfThePage_HasTheTemplates()
    {
        _folder.Write("Program.cs", "WebApplication.CreateBuilder(args).Build().Run();");
        foreach (var file in Texts.Concat(Templates)) _folder.Write($"templates/{file}", "{}");
        var lines = Readme.Blocks(RepositoryFiles.PathOf("docs", "templates.md"), "xml").ShouldHaveSingleItem();

        (await PublishAsync("")).ShouldBe(Texts);
        (await PublishAsync(lines, "--no-restore")).ShouldBe(Texts.Concat(Templates));
    }

    /// <summary>Publishes the site; gives the files of its folder of templates.</summary>
    private async Task<IEnumerable<string>> PublishAsync(string lines, params string[] options)
    {
        _folder.Write(
            "Site.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              {lines}
            </Project>
            """);
        (await Dotnet.RunAsync(_folder.Path, ["publish", "-o", "published", .. options])).OrThrow("dotnet publish");
        var templates = _folder.PathOf("published/templates");
        return Directory.EnumerateFiles(templates, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(templates, file)).Order(StringComparer.Ordinal);
    }
}
