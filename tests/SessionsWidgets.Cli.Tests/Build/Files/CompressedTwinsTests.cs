using System.IO.Compression;
using System.Text;

namespace SessionsWidgets.Cli.Tests.Build.Files;

/// <summary>Compressed copies beside pages.</summary>
public sealed class CompressedTwinsTests : BuildTests
{
    private const string Widget = Linked + "<div><recent-smokes limit=1></recent-smokes></div>";

    [Theory]
    [InlineData(".gz")]
    [InlineData(".br")]
    [InlineData(".GZ")]
    public async Task Build_BesideAPageWithWidgets_IsMadeAnew(string extension)
    {
        Site.Page("a/index.html", Widget);
        Twin($"a/index.html{extension}", Widget);
        var run = await Site.BuildAsync();
        run.Error.ShouldBeEmpty();
        Expand($"a/index.html{extension}").ShouldBe(Site.BuiltText("a/index.html"));
        (await Site.BuildAsync()).Output.ShouldContain("(nothing has changed)");
    }

    [Fact]
    public async Task Build_BesideAPageWithoutWidgets_IsCopied()
    {
        Site.Page("index.html", "plain");
        Twin("index.html.gz", "plain");
        await Site.BuildAsync();
        File.ReadAllBytes(Site.PathOf("out/index.html.gz")).ShouldBe(File.ReadAllBytes(Site.PathOf("site/index.html.gz")));
    }

    [Fact]
    public async Task Build_BesideOtherFiles_IsCopied()
    {
        Site.Page("style.css", "style");
        Twin("style.css.gz", "style");
        Twin("gone.html.gz", Widget);
        await Site.BuildAsync();
        Expand("style.css.gz").ShouldBe("style");
        Expand("gone.html.gz").ShouldBe(Widget);
    }

    [Fact]
    public async Task Build_KindThatCannotBeMade_IsLeftOutWithAWarning()
    {
        Site.Page("index.html", Widget);
        Site.Page("index.html.zst", "x");
        var run = await Site.BuildAsync();
        run.Error.ShouldContain(
            "warning: compressed copies that hold pages without their widgets are left out: compress the output instead (index.html.zst)");
        File.Exists(Site.PathOf("out/index.html.zst")).ShouldBeFalse();
    }

    [Fact]
    public async Task Build_PageHasAnError_TwinIsNotWrittenEither()
    {
        Site.Page("index.html", "<recent-smokes>");
        Twin("index.html.gz", "<recent-smokes>");
        (await Site.BuildAsync()).ExitCode.ShouldBe(1);
        File.Exists(Site.PathOf("out/index.html.gz")).ShouldBeFalse();
    }

    private void Twin(string name, string text)
    {
        using var file = File.Create(Site.PathOf($"site/{name}"));
        using Stream compressed = name.EndsWith(".br", StringComparison.Ordinal)
            ? new BrotliStream(file, CompressionMode.Compress) : new GZipStream(file, CompressionMode.Compress);
        compressed.Write(Encoding.UTF8.GetBytes(text));
    }

    private string Expand(string name)
    {
        using var file = File.OpenRead(Site.PathOf($"out/{name}"));
        using Stream expanded = name.EndsWith(".br", StringComparison.Ordinal)
            ? new BrotliStream(file, CompressionMode.Decompress) : new GZipStream(file, CompressionMode.Decompress);
        return new StreamReader(expanded).ReadToEnd();
    }
}
