using SessionsWidgets.TestSupport;

namespace SessionsWidgets.GeneratorTests;

/// <summary>What docs/generators.md says is what the samples do.</summary>
public sealed class GeneratorsDocTests
{
    public static TheoryData<string> Names => GeneratorSites.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Blocks_OfASection_AreInTheSample(string generator)
    {
        var files = SampleFiles(generator);
        var blocks = GeneratorsDoc.Blocks(Heading(generator));
        blocks.Count.ShouldBeGreaterThanOrEqualTo(2);
        foreach (var block in blocks.Concat(GeneratorsDoc.Blocks(GeneratorsDoc.Common)))
            files.Any(text => text.Contains(block, StringComparison.Ordinal)).ShouldBeTrue(block);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Section_OfAGenerator_HasTheCommandOfTheSample(string generator)
    {
        var site = Generator.Get(generator);
        var section = GeneratorsDoc.Section(Heading(generator));
        section.ShouldContain($"build command: `{(site.UsesNpm ? "npm ci && " : "")}{site.Build}`");
        section.ShouldContain($"sessions-widgets build {site.Output} --output dist");
        GeneratorsDoc.Section(GeneratorsDoc.Cache).ShouldContain($"{site.Build}{(site.UsesNpm ? " --" : "")} --cache .sessions-cache");
    }

    [Fact]
    public void Readme_OfTheSamples_HasTheirCommands()
    {
        var readme = File.ReadAllText(RepositoryFiles.PathOf("samples", "generators", "README.md"));
        foreach (var site in Generator.All)
        {
            readme.ShouldContain($"({site.Name})");
            readme.ShouldContain($"{site.Build}{(site.UsesNpm ? " --" : "")} --sandbox");
        }
    }

    [Theory]
    [InlineData("eleventy")]
    [InlineData("astro")]
    public void LockFile_OfASample_NamesNoAddressAndNoPackageTooMany(string generator)
    {
        var sample = Generator.Get(generator).Sample;
        var locked = File.ReadAllText(Path.Combine(sample, "package-lock.json"));
        locked.ShouldNotContain("\"resolved\"", customMessage: "Run: npm config set omit-lockfile-registry-resolved true");
        locked.ShouldNotContain("\"extraneous\"", customMessage: "Run: npm prune --package-lock-only");
        File.ReadAllText(Path.Combine(sample, "package.json")).ShouldNotContain("\": \"^", customMessage: "Versions are exact.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Settings_OfASample_HoldNoKey(string generator) =>
        SampleFiles(generator).ShouldAllBe(text => !text.Contains("ApiKey", StringComparison.OrdinalIgnoreCase));

    private static string Heading(string generator) => $"{char.ToUpperInvariant(generator[0])}{generator[1..]}";

    private static List<string> SampleFiles(string generator)
    {
        using var copy = new TemporaryFolder();
        Generator.Get(generator).CopyTo(copy.Path);
        return [.. Directory.EnumerateFiles(copy.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllText)];
    }
}
