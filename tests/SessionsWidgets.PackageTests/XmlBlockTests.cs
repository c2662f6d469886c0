using System.Text.Json;
using System.Xml.Linq;
using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.PackageTests;

/// <summary>The XML blocks of all pages: NuGet takes the settings, and MSBuild the parts of projects.</summary>
[Collection(nameof(Packages))]
public sealed class XmlBlockTests(Packages packages)
{
    public static TheoryData<string, string> Blocks
    {
        get
        {
            var blocks = new TheoryData<string, string>();
            foreach (var block in DocBlocks.Of("xml").DistinctBy(b => b.Text)) blocks.Add(block.ToString(), block.Text);
            return blocks;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Block_OfAPage_IsTaken(string block, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(packages.Projects, "block", Guid.NewGuid().ToString("N"))).FullName;
        var file = XElement.Parse($"<Project Sdk=\"Microsoft.NET.Sdk\">{text}</Project>");
        if (file.Element("configuration") is { } settings) await ShouldNameThePackagesAsync(folder, settings);
        else await ShouldBeEvaluatedAsync(folder, file, block);
    }

    private async Task ShouldNameThePackagesAsync(string folder, XElement settings)
    {
        var config = Path.Combine(folder, "nuget.config");
        const string Placeholder = "/path/to/packages";
        await File.WriteAllTextAsync(config, settings.ToString().Replace(Placeholder, packages.Folder, StringComparison.Ordinal));

        var run = (await Dotnet.RunAsync(folder, "nuget", "list", "source", "--configfile", config)).OrThrow("dotnet nuget");

        run.OutputText.ShouldContain("sessions-widgets [Enabled]");
        run.OutputText.ShouldContain(packages.Folder);
    }

    /// <summary>Every item and property of the block has its value, and every target is there.</summary>
    private static async Task ShouldBeEvaluatedAsync(string folder, XElement file, string block)
    {
        file.AddFirst(new XElement("PropertyGroup", new XElement("TargetFramework", "net10.0")));
        await File.WriteAllTextAsync(Path.Combine(folder, "Block.csproj"), file.ToString());
        var items = file.Elements("ItemGroup").Elements().ToList();
        foreach (var item in items.Where(i => i.Attribute("Include")!.Value.Contains('*', StringComparison.Ordinal)))
        {
            var path = Path.Combine(folder, OneOf(item));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, "");
        }

        var properties = file.Elements("PropertyGroup").Elements().ToList();

        var run = (await Dotnet.RunAsync(
            folder,
            [
                "msbuild", "-nologo", .. items.Select(i => $"-getItem:{i.Name}").Distinct(),
                .. properties.Select(p => $"-getProperty:{p.Name}"),
            ])).OrThrow(block);

        using var values = JsonDocument.Parse(run.OutputText);
        foreach (var item in items)
        {
            var found = values.RootElement.GetProperty("Items").GetProperty(item.Name.LocalName).EnumerateArray()
                .Single(i => i.GetProperty("Identity").GetString() == OneOf(item));
            foreach (var metadata in item.Attributes().Where(a => a.Name != "Include"))
                found.GetProperty(metadata.Name.LocalName).GetString().ShouldBe(metadata.Value);
        }

        foreach (var property in properties)
        {
            var own = property.Value.Split(')')[^1];
            values.RootElement.GetProperty("Properties").GetProperty(property.Name.LocalName).GetString()!.ShouldEndWith(own);
        }
    }

    /// <summary>What an item includes: of a pattern, one file.</summary>
    private static string OneOf(XElement item) => item.Attribute("Include")!.Value
        .Replace("**/*", "one", StringComparison.Ordinal).Replace("**", "index.html", StringComparison.Ordinal);
}
