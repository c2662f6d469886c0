using System.Net;
using System.Text;
using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.Cli.Tests.Build;

/// <summary>What built pages are, byte for byte.</summary>
public sealed class BuiltPagesTests : BuildTests
{
    private const string Tag = """<recent-smokes limit="3"></recent-smokes>""";

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding("windows-1252")!;

    [Theory]
    [InlineData("<!doctype html>\n<html>\n<head><title>Ä</title></head>\n<body>\n<main>@</main>\n</body>\n</html>\n")]
    [InlineData("<!doctype html>\r\n<p>One\r\n\r\n<div>\r\n@\r\n</div>\r\n<p>Two\r\n")]
    [InlineData("\uFEFF<!doctype html><title>Bäume</title><div>@</div>")]
    [InlineData("<div>@</div>\u00a0<b><i>odd</b></i></nope><img src=a.png><br></p >")]
    [InlineData("no markup @ at all")]
    [InlineData("<svg viewBox='0 0 1 1'><title>x</title><path d='M0 0'/></svg><div>@</div><select><option>a<option>b</select>")]
    [InlineData("<math><mi>x</mi></math><template><p></template></><div>@</div>")]
    [InlineData("<svg><foreignObject><div>@</div></foreignObject><desc>@</desc></svg>")]
    [InlineData("<svg><path/><p>breaks out of it</p>@")]
    [InlineData("<!--[if IE]><b><![endif]--><![if !IE]>@<![endif]><![CDATA[ x > @ ]]>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>@</body></html>")]
    [InlineData("<a title='<recent-smokes>'>@</a><!-- <!--->@<table><tr><td>@<tr><td></table>{% raw %}@{% endraw %}")]
    [InlineData("a\0b @\r@\r\n@\n")]
    public async Task Build_PageInUtf8_ChangesNothingButTheTag(string page)
    {
        Site.Page("index.html", page.Replace("@", Tag, StringComparison.Ordinal));
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Site.PathOf("out/index.html")))
            .ShouldBe(page.Replace("@", await Site.FragmentAsync("recent-smokes", ("limit", "3")), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<meta charset=\"windows-1252\"><title>B\u00e4ume \u2013 caf\u00e9</title><div>@</div>")]
    [InlineData("<META http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>\r\n\u201eZigarren\u201c<div>@</div>")]
    [InlineData("Without a word about it: caf\u00e9 \u20ac<div>@</div>")]
    public async Task Build_PageInWindows1252_WritesTheWidgetInIt(string page)
    {
        const string Heading = "Caf\u00e9 \u2013 \u0416 \ud83d\udd25";
        const string InPage = "Caf\u00e9 \u2013 &#1046; &#x1F525;";
        Site.File(
            "site/index.html",
            page.Replace("@", $"""<recent-smokes limit="1" heading="{InPage}"></recent-smokes>""", StringComparison.Ordinal),
            Windows1252);
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);

        var fragment = await Site.FragmentAsync("recent-smokes", ("limit", "1"), ("heading", Heading));
        fragment.ShouldContain(Heading);
        var written = new StringBuilder();
        foreach (var rune in fragment.EnumerateRunes())
        {
            var text = rune.ToString();
            var holds = Windows1252.GetString(Windows1252.GetBytes(text)) == text;
            written.Append(holds ? text : $"&#{rune.Value};");
        }

        var expected = Windows1252.GetBytes(page.Replace("@", written.ToString(), StringComparison.Ordinal));
        Convert.ToHexString(await File.ReadAllBytesAsync(Site.PathOf("out/index.html"))).ShouldBe(Convert.ToHexString(expected));
    }

    [Theory]
    [InlineData("gb18030", "gb2312", "\u4e2d\u56fd\u96ea\u8304 ")]
    [InlineData("shift_jis", "Shift_JIS", "\u8868\u30bd\u30fc\u80fd ")]
    [InlineData("koi8-r", "koi8-r", "\u0421\u0438\u0433\u0430\u0440\u044b ")]
    public async Task Build_PageInAnotherEncoding_ChangesNothingButTheTag(string name, string label, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name)!;
        var page = $"<meta charset='{label}'><p>{text}</p><div title='{text}'>@</div>{text}";
        Site.File(
            "site/index.html",
            page.Replace("@", $"<recent-smokes limit='1' heading='{text.Trim()}'></recent-smokes>", StringComparison.Ordinal),
            encoding);
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        var built = encoding.GetString(await File.ReadAllBytesAsync(Site.PathOf("out/index.html")));
        var fragment = await Site.FragmentAsync("recent-smokes", ("limit", "1"), ("heading", text.Trim()));
        WebUtility.HtmlDecode(built).ShouldBe(WebUtility.HtmlDecode(page.Replace("@", fragment, StringComparison.Ordinal)));
        var bytes = Encoding.Latin1.GetString(encoding.GetBytes(page));
        Site.Built("index.html").ShouldStartWith(bytes[..bytes.IndexOf('@', StringComparison.Ordinal)]);
        Site.Built("index.html").ShouldEndWith(bytes[(bytes.IndexOf('@', StringComparison.Ordinal) + 1)..]);
    }

    [Theory]
    [InlineData("<!-- @ -->")]
    [InlineData("<!--> --> <!-- @ --!> <p>")]
    [InlineData("<script>var a = '@';</script>")]
    [InlineData("<script><!-- <script> </script> @ --></script>")]
    [InlineData("<style>/* @ */</style>")]
    [InlineData("<template><div>@</div></template>")]
    [InlineData("<noscript>@</noscript>")]
    [InlineData("<head><noscript>@</noscript></head>")]
    [InlineData("<textarea>@</textarea>")]
    [InlineData("<title>@</title>")]
    [InlineData("<iframe>@</iframe>")]
    [InlineData("<xmp>@</xmp>")]
    [InlineData("<svg><g>@</g></svg>")]
    [InlineData("<svg><desc></desc>@</svg>")]
    [InlineData("<math><mrow>@</mrow></math>")]
    [InlineData("<p title='@'>")]
    [InlineData("<p title=\"<recent-smokes>\" data-x='</recent-smokes>'>")]
    [InlineData("&lt;recent-smokes>")]
    [InlineData("< recent-smokes></ recent-smokes>")]
    [InlineData("<recent-smokes-x></recent-smokes-x>")]
    [InlineData("<plaintext>@")]
    [InlineData("<div><recent-smokes limit='3'")]
    public async Task Build_TagThatIsNoElement_Stays(string page)
    {
        Site.Page("index.html", page.Replace("@", Tag, StringComparison.Ordinal));
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        Site.BuiltText("index.html").ShouldBe(page.Replace("@", Tag, StringComparison.Ordinal));
        Site.Sandbox.Requests.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("<RECENT-SMOKES Limit=3></RECENT-Smokes>")]
    [InlineData("<recent-smokes limit=3/></recent-smokes>", "3/")]
    [InlineData("<recent-smokes limit='3' />")]
    [InlineData("<recent-smokes\n  limit = \"3\"\r\n></recent-smokes >")]
    [InlineData("<recent-smokes limit=&#51;> \r\n </recent-smokes\n>")]
    [InlineData("<recent-smokes limit='3'><p>a<ul><li>b<li>c</ul><br><img src=x></recent-smokes>")]
    [InlineData("<session-widget name='recent-smokes' limit='3'></session-widget>")]
    [InlineData("<recent-smokes limit='3'><svg><g></g><path/></svg></recent-smokes>")]
    [InlineData(
        "<recent-smokes limit='3'><!-- </recent-smokes> --><script>'</recent-smokes>'</script>"
        + "<a title='</recent-smokes>'>x</a></recent-smokes>")]
    [InlineData("<recent-smokes\tlimit=3\f></recent-smokes class='odd' >")]
    public async Task Build_TagInAnyForm_IsReplaced(string tag, string? refused = null)
    {
        Site.Page("index.html", $"<div>{tag}</div>");
        var run = await Site.BuildAsync();
        if (refused is not null)
        {
            run.Error.ShouldContain($"limit is '{refused}'");
            return;
        }

        run.ExitCode.ShouldBe(0, run.Error);
        Site.BuiltText("index.html").ShouldBe($"<div>{await Site.FragmentAsync("recent-smokes", ("limit", "3"))}</div>");
    }

    [Fact]
    public async Task Build_SeveralWidgets_GiveTheBytesOfTheLibraryCall()
    {
        Site.Page(
            "a/b.htm",
            "<div><cigar-cards limit=4></cigar-cards>-<session-card></session-card>-"
            + "<recent-smokes dates=relative limit=2></recent-smokes></div>");
        (await Site.BuildAsync()).ExitCode.ShouldBe(0);
        var (cards, card, smokes) = (
            await Site.FragmentAsync("cigar-cards", ("limit", "4")),
            await Site.FragmentAsync("session-card"),
            await Site.FragmentAsync("recent-smokes", ("dates", "relative"), ("limit", "2")));
        Site.BuiltText("a/b.htm").ShouldBe($"<div>{cards}-{card}-{smokes}</div>");
    }

    [Fact]
    public async Task Build_OtherFiles_AreCopiedAsTheyAre()
    {
        var picture = Enumerable.Range(0, 70_000).Select(i => (byte)i).ToArray();
        Site.Page("css/site.css", "<recent-smokes></recent-smokes>");
        Site.Page(".nojekyll", "");
        Site.Page(".git/config", "secret");
        Site.Page("plain.html", "<p>No widgets\r\n here.\0");
        await File.WriteAllBytesAsync(Site.PathOf("site/picture.png"), picture);
        (await Site.BuildAsync()).ExitCode.ShouldBe(0);
        Site.BuiltText("css/site.css").ShouldBe("<recent-smokes></recent-smokes>");
        Site.BuiltText(".nojekyll").ShouldBeEmpty();
        Site.BuiltText("plain.html").ShouldBe("<p>No widgets\r\n here.\0");
        (await File.ReadAllBytesAsync(Site.PathOf("out/picture.png"))).ShouldBe(picture);
        File.Exists(Site.PathOf("out/sessions-widgets.json")).ShouldBeFalse();
        Directory.Exists(Site.PathOf("out/.git")).ShouldBeFalse();
        (await File.ReadAllBytesAsync(Site.PathOf("out/sessions-widgets.css"))).ShouldBe(BuiltInTemplates.Stylesheet.ToArray());
    }

    [Fact]
    public async Task Build_SameTagOnTwoPages_SendsOneRequest()
    {
        for (var i = 0; i < 20; i++)
            Site.Page($"{i}.html", $"{Linked}<div>{i}{Tag}<recent-smokes show-note=false limit=3></recent-smokes></div>");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain("Built: 20 pages, 20 with widgets; 40 widgets, 2 different; 0 other files; 1 request;");
        Site.Sandbox.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Build_Business_IsTheNamedOne()
    {
        Site.Page("index.html", "<div><recent-smokes business=brand limit=3></recent-smokes></div>");
        (await Site.BuildAsync()).ExitCode.ShouldBe(0);
        Site.Sandbox.Requests.All.ShouldHaveSingleItem().Path.ShouldBe("/brands/casa-belmonte/sessions");
    }

    [Fact]
    public async Task Build_NothingToShow_LeavesTheContentWithoutItsTags()
    {
        Site.Page(
            "index.html",
            "<div><recent-smokes offset=1000000 limit=2>\r\n  <p>Caf\u00e9 <b>soon</b>.\r\n</recent-smokes></div>".Replace(
                ".\r\n</rec", ".</p>\r\n</rec", StringComparison.Ordinal));
        var run = await Site.BuildAsync("--strict");
        run.ExitCode.ShouldBe(0, run.Error);
        Site.BuiltText("index.html").ShouldBe("<div>\r\n  <p>Caf\u00e9 <b>soon</b>.</p>\r\n</div>");
    }

    [Fact]
    public async Task Build_ApiIsDownForOneQuery_ShowsContentOrNoticeAndSaysWhere()
    {
        Site.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        Site.Page("index.html", $"{Linked}<div>{Tag}</div><div><recent-smokes limit=5><p>Soon.</p></recent-smokes></div>");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldContain("warning: <recent-smokes> has no data, and shows its content. GET ");
        run.Error.ShouldContain("warning: <recent-smokes> has no data, and shows a notice. GET ");
        run.Error.ShouldContain("(index.html)");
        Site.BuiltText("index.html").ShouldContain("<div><p>Soon.</p></div>");
        Site.BuiltText("index.html").ShouldContain("sw-fallback");
        (await Site.BuildAsync("--strict")).ExitCode.ShouldBe(1);
    }
}
