using System.IO.Compression;
using System.Text.RegularExpressions;
using SessionsWidgets.Cli.Build.Again;
using SessionsWidgets.Sandbox.Faults;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests.Build.Again;

/// <summary>A build with <c>--cache</c> after another one: what it does not build again, and what it does.</summary>
public sealed partial class BuildAgainTests : BuildTests
{
    private const string Widget = Linked + "<div><recent-smokes limit=1></recent-smokes></div>";
    private const string Events = Linked + "<div><upcoming-events></upcoming-events></div>";
    private const string State = "kept/builds";

    /// <summary>A page with a widget and a compressed copy, one without, a picture.</summary>
    private const int All = 4;

    [Fact]
    public async Task Build_NothingChanged_BuildsNothing()
    {
        await BuildFirstAsync();
        var before = Output();
        for (var run = 0; run < 3; run++)
        {
            await ShouldPassOverAsync(All);
            Output().ShouldBe(before);
        }

        // What nobody uses any more is not in the way of the next one.
        Directory.GetFiles(Site.PathOf(State)).ShouldHaveSingleItem();
        if (OperatingSystem.IsWindows()) return;
        File.GetUnixFileMode(Directory.GetFiles(Site.PathOf(State))[0]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Build_OnlyTimesChanged_BuildsNothing()
    {
        await BuildFirstAsync();
        foreach (var file in Directory.GetFiles(Site.PathOf("site"), "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        await ShouldPassOverAsync(All);
    }

    [Theory]
    [InlineData("index.html", Widget + "<p>More.</p>", 2)]
    [InlineData("plain.html", "<p>Another.", 3)]
    [InlineData("picture.png", "\0not_text", 3)]
    public async Task Build_FileChanged_BuildsThatAlone(string name, string content, int passedOver)
    {
        await BuildFirstAsync();
        Site.Page(name, content);
        await ShouldPassOverAsync(passedOver);
        if (name != "index.html") Site.BuiltText(name).ShouldBe(content);
        else Site.BuiltText(name).ShouldContain("<article");
        await ShouldPassOverAsync(All);
    }

    [Fact]
    public async Task Build_FileChangedAndKeptItsLengthAndTime_BuildsIt()
    {
        await BuildFirstAsync();
        var path = Site.PathOf("site/plain.html");
        var time = File.GetLastWriteTimeUtc(path);
        await SettleAsync();
        await ShouldPassOverAsync(All);
        Site.Page("plain.html", "<p>Plaid.</p>");
        File.SetLastWriteTimeUtc(path, time);
        await ShouldPassOverAsync(All - 1);
        Site.BuiltText("plain.html").ShouldBe("<p>Plaid.</p>");
    }

    [Fact]
    public async Task Build_TemplateChanged_BuildsItsPages()
    {
        Site.File("own/recent-smokes.liquid", "<b>one</b>");
        Site.File("own/locales/it.json", "{ \"language\": \"it\" }");
        await BuildFirstAsync("--templates", Site.PathOf("own"));
        Site.File("own/recent-smokes.liquid", "<b>two</b>");
        await ShouldPassOverAsync(2, "--templates", Site.PathOf("own"));
        Site.BuiltText("index.html").ShouldContain("<b>two</b>");
        // One that makes no difference.
        Site.File("own/cigar-cards.liquid", "<b>three</b>");
        await ShouldPassOverAsync(All, "--templates", Site.PathOf("own"));
    }

    [Fact]
    public async Task Build_DataChanged_BuildsTheirPages()
    {
        Site.Page("events.html", Events);
        await BuildFirstAsync();
        Site.BuiltText("events.html").ShouldContain("<article");
        Enumerable.Range(10_000, 100).Count(number => Site.Sandbox.CancelEvent($"evt_{number}")).ShouldBePositive();
        await ShouldPassOverAsync(All);
        Site.BuiltText("events.html").ShouldNotContain("<article");
    }

    [Fact]
    public async Task Build_DataIsMissing_BuildsTheirPagesEachTimeAndWarns()
    {
        await BuildFirstAsync();
        var good = Site.BuiltText("index.html");
        Site.Sandbox.Faults.Add("/*", new StatusFault { Status = 500 });
        for (var run = 0; run < 2; run++)
        {
            (await ShouldPassOverAsync(2)).Error.ShouldContain("shows the last good data");
            Site.BuiltText("index.html").ShouldBe(good);
        }

        Site.Sandbox.Faults.Clear();
        await ShouldPassOverAsync(2);
        await ShouldPassOverAsync(All);
    }

    [Theory]
    [InlineData("index.html", "theirs", 2)]
    [InlineData("index.html", null, 2)]
    [InlineData("index.html.gz", "theirs", 2)]
    [InlineData("index.html.gz", null, 2)]
    [InlineData("plain.html", "<p>Plaid.</p>", 3)]
    [InlineData("picture.png", "theirs", 3)]
    [InlineData("picture.png", null, 3)]
    public async Task Build_SomeoneChangedTheOutput_MakesItAgain(string name, string? content, int passedOver)
    {
        await BuildFirstAsync();
        var before = Output();
        await SettleAsync();
        await ShouldPassOverAsync(All);
        var path = Site.PathOf($"out/{name}");
        var time = File.GetLastWriteTimeUtc(path);
        if (content is null) File.Delete(path);
        else
        {
            File.WriteAllText(path, content);
            File.SetLastWriteTimeUtc(path, time);
        }

        await ShouldPassOverAsync(passedOver);
        Output().ShouldBe(before);
    }

    [Fact]
    public async Task Build_SomeonePutALinkIntoTheOutput_WritesTheFile()
    {
        await BuildFirstAsync();
        await SettleAsync();
        await ShouldPassOverAsync(All);
        var path = Site.PathOf("out/plain.html");
        File.Delete(path);
        File.CreateSymbolicLink(path, Site.PathOf("site/plain.html"));
        await ShouldPassOverAsync(All - 1);
        new FileInfo(path).LinkTarget.ShouldBeNull();
    }

    [Fact]
    public async Task Build_PageWithCompressedCopiesChanged_MakesThemAnew()
    {
        await BuildFirstAsync();
        Site.Page("index.html", Widget + "<p>More.</p>");
        await ShouldPassOverAsync(2);
        using var twin = new StreamReader(new GZipStream(File.OpenRead(Site.PathOf("out/index.html.gz")), CompressionMode.Decompress));
        (await twin.ReadToEndAsync()).ShouldBe(Site.BuiltText("index.html"));
        // A copy more, and then one less.
        File.Copy(Site.PathOf("site/index.html.gz"), Site.PathOf("site/index.html.br"));
        await ShouldPassOverAsync(2);
        File.Exists(Site.PathOf("out/index.html.br")).ShouldBeTrue();
        await ShouldPassOverAsync(All + 1);
        File.Delete(Site.PathOf("site/index.html.br"));
        await ShouldPassOverAsync(2);
    }

    [Theory]
    [InlineData("--keep-paragraphs")]
    [InlineData("--css", "css/other.css")]
    [InlineData("--include", "*.png")]
    [InlineData("--calendar")]
    [InlineData("--culture", "de")]
    public async Task Build_OptionChanged_BuildsAll(params string[] options)
    {
        await BuildFirstAsync();
        await ShouldPassOverAsync(0, options);
        (await BuildAsync(options)).Output.ShouldContain("not built again");
    }

    [Fact]
    public async Task Build_ProgramChanged_BuildsAll()
    {
        await BuildFirstAsync();
        PassedOver(await BuildAsync("another", [])).ShouldBe(0);
        PassedOver(await BuildAsync("another", [])).ShouldBe(All);
    }

    [Fact]
    public async Task Build_FileGoneAndBack_BuildsIt()
    {
        await BuildFirstAsync();
        File.Delete(Site.PathOf("site/plain.html"));
        await ShouldPassOverAsync(All - 1);
        Site.Page("plain.html", "<p>Plain.</p>");
        Site.File("out/plain.html", "<p>Plaid.</p>");
        await ShouldPassOverAsync(All - 1);
        Site.BuiltText("plain.html").ShouldBe("<p>Plain.</p>");
    }

    [Fact]
    public async Task Build_NewSecretIsInUnchangedFiles_IsFound()
    {
        const string Secret = "a-key-of-another-business";
        Site.Page("text.txt", $"token: {Secret}");
        Site.Page("page.html", $"<p>{Secret}</p>");
        await BuildFirstAsync();
        await ShouldPassOverAsync(All + 2);
        var run = await BuildAsync(null, [], ("SessionsWidgets__Businesses__brand__ApiKey", Secret));
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("text.txt:1:8: error: the file holds the value of SessionsWidgets:Businesses:brand:ApiKey");
        run.Error.ShouldContain("page.html:1:4: error: the file holds the value of SessionsWidgets:Businesses:brand:ApiKey");
        foreach (var file in Directory.GetFiles(Site.PathOf("kept"), "*", SearchOption.AllDirectories))
            File.ReadAllText(file).ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Build_MessagesOfUnchangedFiles_AreSaidEachTime()
    {
        WriteFiles();
        Site.Page("warned.html", "<h1><recent-smokes limit=1></recent-smokes></h1>");
        Site.Page("wrong.html", "<recent-smokes limit=0></recent-smokes>");
        Site.Page("feed.xml", "<recent-smokes>");
        Site.Page("sw.js", $"precacheAndRoute([{{url:'index.html',revision:'{Md5Of(Widget)}'}}])");
        var first = await BuildAsync();
        first.ExitCode.ShouldBe(1);
        foreach (var text in (string[])["warned.html:1:5: warning", "wrong.html:1:16: error", "feed.xml:1:1", "service worker's list"])
            first.Error.ShouldContain(text);
        var run = await ShouldPassOverAsync(All + 1);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldBe(first.Error);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(100)]
    public async Task Build_DamagedState_BuildsAll(int length)
    {
        await BuildFirstAsync();
        var state = Directory.GetFiles(Site.PathOf(State)).ShouldHaveSingleItem();
        var bytes = await File.ReadAllBytesAsync(state);
        await File.WriteAllBytesAsync(state, bytes[..length]);
        await ShouldPassOverAsync(0);
        await ShouldPassOverAsync(All);
        bytes[length] ^= 1;
        await File.WriteAllBytesAsync(state, bytes);
        await ShouldPassOverAsync(0);
        await ShouldPassOverAsync(All);
    }

    [Fact]
    public async Task Build_TwoOutputsWithOneCache_EachHasItsOwn()
    {
        await BuildFirstAsync();
        (await CliOf("site", "other", null, [])).Output.ShouldNotContain("not built again");
        await ShouldPassOverAsync(All);
        PassedOver(await CliOf("site", "other", null, [])).ShouldBe(All);
        // Another site into the same output.
        Site.File("site2/plain.html", "<p>Of the other site.</p>");
        File.Copy(Site.PathOf("site/sessions-widgets.json"), Site.PathOf("site2/sessions-widgets.json"));
        PassedOver(await CliOf("site2", "out", null, [])).ShouldBe(0);
        await ShouldPassOverAsync(All - 1);
        Site.BuiltText("plain.html").ShouldBe("<p>Plain.</p>");
    }

    [Fact]
    public async Task Build_DryRun_KeepsNothing()
    {
        await BuildAsync("--dry-run");
        Directory.Exists(Site.PathOf("kept")).ShouldBeFalse();
        await BuildFirstAsync();
        var before = File.ReadAllBytes(Directory.GetFiles(Site.PathOf(State)).Single());
        Site.Page("plain.html", "<p>Plaid.</p>");
        (await BuildAsync("--dry-run")).Output.ShouldContain("Nothing was written.");
        File.ReadAllBytes(Directory.GetFiles(Site.PathOf(State)).Single()).ShouldBe(before);
    }

    [Fact]
    public void Mark_SystemDoesNotSayWhenAFileChanged_ReadsIt()
    {
        var path = Site.PathOf("site/a.txt");
        Site.Page("a.txt", "one");
        var stamp = new FileStamp(3, 0, 0, 0);
        stamp.IsSettled(DateTimeOffset.MaxValue).ShouldBeFalse();
        var mark = new FileMark(stamp, IsSettled: false, ContentHash.Of("one"u8));
        mark.FindAgain(path)!.Value.IsRead.ShouldBeTrue();
        Site.Page("a.txt", "two");
        mark.FindAgain(path).ShouldBeNull();
    }

    private static string Md5Of(string page) =>
#pragma warning disable CA5351 // As service workers' lists have it.
        Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(page)));
#pragma warning restore CA5351

    private static int PassedOver(CliRun run) =>
        NotBuilt().Match(run.Output) is { Success: true } match ? int.Parse(match.Groups["count"].Value, null) : 0;

    private async Task BuildFirstAsync(params string[] options)
    {
        WriteFiles();
        var run = await BuildAsync(options);
        run.ExitCode.ShouldBe(0, run.Error);
    }

    private void WriteFiles()
    {
        Site.Page("index.html", Widget);
        Site.Page("index.html.gz", "compressed");
        Site.Page("plain.html", "<p>Plain.</p>");
        Site.Page("picture.png", "\0not text");
    }

    private async Task<CliRun> ShouldPassOverAsync(int files, params string[] options)
    {
        var run = await BuildAsync(options);
        PassedOver(run).ShouldBe(files, run.Output + run.Error);
        return run;
    }

    private Task<CliRun> BuildAsync(params string[] options) => BuildAsync(null, options);

    private Task<CliRun> BuildAsync(string? program, string[] options, params (string, string)[] variables) =>
        CliOf("site", "out", program, options, variables);

    private Task<CliRun> CliOf(
        string site, string output, string? program, string[] options, params (string, string)[] variables) =>
        CliRun.OfProgram(
            program,
            ["build", site, "--output", output, "--cache", "kept", .. options],
            Site.Folder,
            Site.Clock,
            [("SessionsWidgets__ApiKey", Site.Sandbox.ApiKey), .. variables]);

    /// <summary>Waits until files that change now have another time than those that are there.</summary>
    private Task SettleAsync() => Eventually.BeTrueAsync(
        () => Directory.GetFiles(Site.Folder, "*", SearchOption.AllDirectories)
            .Select(static file => FileStamp.Of(file)!.Value)
            .All(static stamp => stamp.Changed == 0 || stamp.IsSettled(TimeProvider.System.GetUtcNow())),
        () => "the files are older than a moment");

    private SortedDictionary<string, string> Output() => new(
        Directory.GetFiles(Site.PathOf("out"), "*", SearchOption.AllDirectories)
            .ToDictionary(file => file, file => Convert.ToHexString(File.ReadAllBytes(file))),
        StringComparer.Ordinal);

    [GeneratedRegex(@"; (?<count>\d+) not built again", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotBuilt();
}
