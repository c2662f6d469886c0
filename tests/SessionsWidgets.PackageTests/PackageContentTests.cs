using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.PackageTests;

[Collection(nameof(Packages))]
public sealed partial class PackageContentTests(Packages packages)
{
    private static readonly string[] WithCode =
        ["SessionsWidgets", "SessionsWidgets.AspNetCore", "SessionsWidgets.Cli", "SessionsWidgets.Pictures", "SessionsWidgets.Sandbox"];

    private static readonly string[] All = [.. WithCode, "SessionsWidgets.MSBuild", "SessionsWidgets.Templates"];

    public static TheoryData<string> Names => new(All);

    [Fact]
    public void Pack_OfEverything_MakesThesePackagesWithoutAWarning()
    {
        packages.Packing.OutputText.ShouldNotContain("warning");
        Directory.GetFiles(packages.Folder, "*.nupkg").Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(All.Select(n => $"{n}.{packages.Version}.nupkg").Order(StringComparer.Ordinal));
        Directory.GetFiles(packages.Folder, "*.snupkg").Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(WithCode.Select(n => $"{n}.{packages.Version}.snupkg").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Package_OfThisBuild_HasWhatItsPageShows(string package)
    {
        var metadata = Metadata(package);
        foreach (var element in (string[])["description", "tags", "license", "icon", "readme", "authors", "copyright"])
            metadata.Elements().Single(e => e.Name.LocalName == element).Value.ShouldNotBeEmpty(element);
        packages.FilesOf(package).ShouldContain("icon.png");
        var readme = packages.Read(package, "README.md");
        foreach (Match link in LinkTarget().Matches(readme)) link.Groups["target"].Value.ShouldStartWith("https://");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Package_OfThisBuild_BringsWhatTheDocSays(string package)
    {
        var row = File.ReadLines(RepositoryFiles.PathOf("docs", "packages.md"))
            .Single(l => l.StartsWith($"| `{package}` |", StringComparison.Ordinal));
        var said = row.Split('|')[3].Split(',').Select(d => d.Trim().Trim('`')).Where(d => d != "nothing").Order(StringComparer.Ordinal);

        var brought = Metadata(package).Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value);

        brought.Order(StringComparer.Ordinal).ShouldBe(said);
    }

    [SkippableFact]
    public void Symbols_OfARelease_NameNoFolderOfTheMachine()
    {
        Skip.If(RepositoryFiles.Configuration != "Release", "Debuggers find the files of a debug build where they were built.");
        foreach (var package in WithCode)
        {
            using var symbols = ZipFile.OpenRead(Path.Combine(packages.Folder, $"{package}.{packages.Version}.snupkg"));
            foreach (var entry in symbols.Entries.Where(e => e.Name.EndsWith(".pdb", StringComparison.Ordinal)))
            {
                var sources = SourcesOf(entry);
                sources.ShouldNotBeEmpty(entry.FullName);
                sources.ShouldAllBe(source => source.StartsWith("/_/", StringComparison.Ordinal), entry.FullName);
            }
        }
    }

    private static List<string> SourcesOf(ZipArchiveEntry symbols)
    {
        using var content = symbols.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        copy.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(copy);
        var reader = provider.GetMetadataReader();
        return [.. reader.Documents.Select(d => reader.GetString(reader.GetDocument(d).Name))];
    }

    private XElement Metadata(string package) =>
        XDocument.Parse(packages.Read(package, $"{package}.nuspec")).Descendants().Single(e => e.Name.LocalName == "metadata");

    [GeneratedRegex(@"\]\((?<target>[^)]*)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkTarget();
}
