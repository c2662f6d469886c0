using System.Reflection;
using System.Text;

namespace SessionsWidgets.Cli.Tests.Build.Scan;

/// <summary>Secrets of the settings in files of a site.</summary>
public sealed class SecretTests : BuildTests
{
    private const string Key = "k3y+/\"'&<of>=sixteen";

    [Theory]
    [InlineData("KEY=k3y+/\"'&<of>=sixteen")]
    [InlineData("\n\nk3y+/\"'&<of>=sixteen")]
    [InlineData("""<a title="k3y+/&quot;&#39;&amp;&lt;of&gt;=sixteen">""")]
    [InlineData("""<a title='k3y&#43;&#x2F;&#x22;&apos;&&lt;of>&#061;sixteen'>""")]
    [InlineData("""{ "key": "k3y\u002B/\u0022\u0027\u0026\u003Cof\u003E=sixteen" }""")]
    [InlineData("""{ "key": "k3y\u002b\/\"'&\u003cof>=sixteen" }""")]
    [InlineData("""let key = 'k3y+/"\'\x26<of\x3e=sixteen';""")]
    [InlineData("fetch('/x?key=k3y%2B%2F%22%27%26%3Cof%3E%3Dsixteen')")]
    [InlineData("fetch('/x?key=k3y%2b/%22%27&%3cof%3e=sixteen')")]
    [InlineData("sixteen k3y+ k3y+/\"'&<of>=sixtee k3y+/\"'&<of>=sixteen")]
    public async Task Build_KeyInAFile_FailsWithItsNameAndDoesNotCopyIt(string text)
    {
        foreach (var name in (string[])["a.env", "page.html"])
        {
            Site.Page(name, text);
            Site.Page("other.txt", "text");
            var run = await BuildAsync();
            run.ExitCode.ShouldBe(1);
            run.Error.ShouldContain($"site/{name}:{text.Count(c => c == '\n') + 1}:");
            run.Error.ShouldContain("error: the file holds the value of SessionsWidgets:ApiKey, and would publish it: take it out, and ");
            run.Error.ShouldNotContain(Key);
            File.Exists(Site.PathOf($"out/{name}")).ShouldBeFalse();
            File.Exists(Site.PathOf("out/other.txt")).ShouldBeTrue();
            File.Delete(Site.PathOf($"site/{name}"));
        }
    }

    [Theory]
    [InlineData("utf-16", ".html")]
    [InlineData("utf-16BE", ".html")]
    [InlineData("utf-16BE", ".txt")]
    [InlineData("utf-16", ".txt")]
    [InlineData("utf-8", ".txt")]
    public async Task Build_KeyInAnotherEncoding_Fails(string encoding, string extension)
    {
        var name = $"site/key{extension}";
        var coded = Encoding.GetEncoding(encoding);
        File.WriteAllBytes(Site.PathOf(name), [.. coded.Preamble, .. coded.GetBytes($"key: {Key}")]);
        var run = await BuildAsync();
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(name);
        File.Exists(Site.PathOf($"out/key{extension}")).ShouldBeFalse();
    }

    [Fact]
    public async Task Build_KeyInABinaryFile_Fails()
    {
        Site.Page("a.png", $"\0\0{Key}");
        var run = await BuildAsync();
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("site/a.png:1:3: error: ");
    }

    [Theory]
    [InlineData(256 * 1024 - 5)]
    [InlineData(256 * 1024 + 128)]
    [InlineData(600_000)]
    public async Task Build_KeyFarInAFile_Fails(int position)
    {
        Site.Page("large.json", new string('\n', position) + Key);
        var run = await BuildAsync();
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain($"site/large.json:{position + 1}:1: error: the file holds the value of SessionsWidgets:ApiKey");
    }

    [Theory]
    [InlineData("SessionsWidgets__GuestWifi__AccessToken", "SessionsWidgets:GuestWifi:AccessToken")]
    [InlineData("SessionsWidgets__GuestWifi__PseudonymKey", "SessionsWidgets:GuestWifi:PseudonymKey")]
    [InlineData("SessionsWidgets__Businesses__brand__ApiKey", "SessionsWidgets:Businesses:brand:ApiKey")]
    [InlineData("SESSIONSWIDGETS__APIKEY", "SESSIONSWIDGETS:APIKEY")]
    public async Task Build_OtherSecretOfTheSettings_Fails(string variable, string setting)
    {
        Site.Page("a.env", "VALUE=another-secret-of-mine");
        var run = await CliRun.Of(
            ["build", "site", "--output", "out"], Site.Folder, Site.Clock, (variable, "another-secret-of-mine"));
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain($"the file holds the value of {setting},");
    }

    [Fact]
    public async Task Build_KeyOfTheSettingsFile_FailsAlsoWithExampleData()
    {
        Site.File("mine.json", $$"""{ "SessionsWidgets": { "ApiKey": "a-key-of-the-file-1" } }""");
        Site.Page("copy.txt", "a-key-of-the-file-1");
        (await Site.BuildAsync("--config", "mine.json")).ExitCode.ShouldBe(1);
        (await Site.BuildAsync("--config", "mine.json", "--sandbox")).ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("short-key", "short-key")]
    [InlineData(Key, "k3y and of sixteen")]
    [InlineData(Key, "k3y+/\"'&<of>=sixtee")]
    [InlineData(Key, "3y+/\"'&<of>=sixteen")]
    [InlineData(Key, "k3y+/\"'&<of>%3Esixteen")]
    public async Task Build_NoSecretInTheFile_IsCopied(string key, string text)
    {
        Site.Page("a.txt", text);
        var run = await BuildAsync(key);
        run.ExitCode.ShouldBe(0, run.Error);
        Site.BuiltText("a.txt").ShouldBe(text);
    }

    [Fact]
    public void ConfiguredSecret_KnowsEverySecretSetting()
    {
        foreach (var type in (Type[])[typeof(SessionsWidgetsOptions), typeof(GuestWifiOptions), typeof(BusinessOptions)])
        {
            var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
            var secrets = properties.Where(p => p.PropertyType == typeof(Secret)).ToList();
            secrets.ShouldNotBeEmpty();
            foreach (var secret in secrets)
                ConfiguredSecret.In([new($"SessionsWidgets:A:{secret.Name}", "value")], "SessionsWidgets").ShouldHaveSingleItem();
        }
    }

    private Task<CliRun> BuildAsync(string key = Key) =>
        CliRun.Of(["build", "site", "--output", "out"], Site.Folder, Site.Clock, ("SessionsWidgets__ApiKey", key));
}
