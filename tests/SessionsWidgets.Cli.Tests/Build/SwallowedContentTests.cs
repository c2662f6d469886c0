namespace SessionsWidgets.Cli.Tests.Build;

/// <summary>The rest of a page that a tag swallowed, since a generator or minifier made an opening tag of "/>".</summary>
public sealed class SwallowedContentTests : BuildTests
{
    private static readonly string Words = string.Join(' ', Enumerable.Repeat("word", 100));

    [Theory]
    [InlineData("<h2 id=\"hours\">Opening hours</h2>", "<h2> of line 4")]
    [InlineData("<p>Text.</p>\n<H6>Hours</H6>", "<H6> of line 5")]
    [InlineData("<div><section>x</section></div>", "<section> of line 4")]
    [InlineData("<article></article>", "<article> of line 4")]
    [InlineData("<nav></nav><h2></h2>", "<nav> of line 4")]
    [InlineData("<cigar-cards limit=\"2\"></cigar-cards>", "<cigar-cards> of line 4")]
    [InlineData("<recent-smokes /><h2>Hours</h2>", "<recent-smokes> of line 4")]
    [InlineData("@ and <b>one</b> more", "more than 500 characters of text")]
    [InlineData("<svg><path/></svg><footer>x</footer>", "<footer> of line 4")]
    public async Task Build_ContentOfThePageInATag_IsAnErrorWithTheFormToWrite(string content, string what)
    {
        content = content.Replace("@", Words, StringComparison.Ordinal);
        Site.Page("index.html", $"{Linked}\n<main>\n<recent-smokes limit=\"2\">\n{content}\n</recent-smokes></main>");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(1);
        run.Error.TrimEnd().ShouldBe(
            $"site/index.html:3:1: error: the content of <recent-smokes> has {what}, which vanishes from the page when the widget "
            + "is shown. For content, write the opening tag alone on a line, the content, and </recent-smokes> alone on a line; else write "
            + "<recent-smokes limit=\"2\"></recent-smokes>. Where '/>' was written, a minifier or generator may have made an opening tag "
            + "of it.");
        File.Exists(Site.PathOf("out/index.html")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("@")]
    [InlineData("<p>\n              @\n        &amp;<!-- @ @ --></p>                <script>'@ @ <h2>'</script>")]
    [InlineData("<a title='@ <h2> <main>'>x</a>")]
    [InlineData("<svg><title>x</title><path d='@'/></svg>")]
    [InlineData("<ul><li>One<li>Two</ul><figure><img src=a.png></figure><style>h2 { }</style><sl-card></sl-card>")]
    public async Task Build_ContentMeantForATag_IsNoError(string content)
    {
        content = content.Replace("@", Words[..^5], StringComparison.Ordinal);
        Site.Page("index.html", $"{Linked}<main>\n<recent-smokes limit=\"2\">\n{content}\n</recent-smokes>\n</main>");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<recent-smokes\n  limit=\"2\">", "<recent-smokes …></recent-smokes>")]
    [InlineData("<recent-smokes heading=\"Caf\u00e9\">", "<recent-smokes …></recent-smokes>")]
    [InlineData("<RECENT-SMOKES limit=2 >", "<RECENT-SMOKES limit=2></recent-smokes>")]
    public async Task Build_LongStartTag_IsCutInTheFormToWrite(string tag, string form)
    {
        Site.Page("index.html", $"{tag}<h1>x</h1></recent-smokes>");
        (await Site.BuildAsync()).Error.ShouldContain($"else write {form}. Where");
    }

    [Theory]
    [InlineData("<template><recent-smokes></recent-smokes></template>")]
    [InlineData("<svg><recent-smokes></recent-smokes></svg>")]
    [InlineData("<svg><recent-smokes/></svg>")]
    [InlineData("<!-- </recent-smokes> -->")]
    public async Task Build_TagThatIsNotShown_SaysNothingOfItsEndTag(string body)
    {
        Site.Page("index.html", $"{Linked}{body}<div><cigar-cards></cigar-cards></div>");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Build_TagCutOffByTheEndOfThePage_IsAWarning()
    {
        Site.Page("index.html", Linked + "\n<p><recent-smokes limit=\"1");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain(
            "index.html:2:4: warning: <recent-smokes has no '>' before the page ends: write <recent-smokes></recent-smokes>.");
    }

    [Theory]
    [InlineData("<p><recent-smokes limit='10'></recent-smokes></p><p>One line</p></recent-smokes><p></p>", 65)]
    [InlineData("<recent-smokes limit='10' /><p>One line</p></recent-smokes>", 44)]
    public async Task Build_EndTagWithoutAnOpenTag_IsAWarning(string body, int column)
    {
        Site.Page("index.html", $"<link rel=stylesheet href=sessions-widgets.css>\n{body}");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain(
            $"index.html:2:{column}: warning: </recent-smokes> ends no tag: what was written as its content stands before it, and is ");
    }
}
