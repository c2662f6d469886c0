namespace SessionsWidgets.Cli.Tests.Build.Scan;

/// <summary>Service workers that know the hashes of pages.</summary>
public sealed class HashListTests : BuildTests
{
    private const string Page = Linked + "<div><recent-smokes limit=1></recent-smokes></div>";

    // The hashes of Page, as md5sum, sha1sum and openssl give them.
    private const string Md5 = "f2e8482cd8f32a0cbc62fbbbdce9c80d";
    private const string Sha1 = "452dabb56d9aa286c214e794b25abe26689064e5";
    private const string Sha256 = "5hGhk3o9EYQWRZxacyNt0KPuJ4poTP05gIZyeYpm0JI=";
    private const string Md5OfPlain = "ac7938d40cfc2307e2bf325d28e7884e";

    public static TheoryData<string, string> Lists => new()
    {
        // Workbox, Angular, Blazor.
        { "sw.js", $$"""precacheAndRoute([{url:"index.html",revision:"{{Md5}}"}])""" },
        { "ngsw.json", $$"""{ "hashTable": { "/index.html": "{{Sha1}}" } }""" },
        { "assets.js", $$"""{ "assets": [ { "hash": "sha256-{{Sha256}}", "url": "index.html" } ] }""" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Build_ListHasThePageAsItWas_IsAWarning(string name, string list)
    {
        Site.Page("index.html", Page);
        Site.Page(name, list);
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("warning: a service worker's list has the hashes of pages as they were before they had widgets");
        run.Error.ShouldContain($"make the list (Workbox or what else makes it) after 'sessions-widgets build', from its output ({name})");
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Build_ListHasOtherPagesOnly_IsNoWarning(string name, string list)
    {
        Site.Page("index.html", Page + "<p>Another page.</p>");
        Site.Page(name, list);
        (await Site.BuildAsync()).Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Build_ListHasAPageWithoutWidgets_IsNoWarning()
    {
        Site.Page("plain.html", "plain");
        Site.Page("index.html", Page);
        Site.Page("sw.js", $$"""[{url:"plain.html",revision:"{{Md5OfPlain}}"}]""");
        (await Site.BuildAsync()).Error.ShouldBeEmpty();
    }
}
