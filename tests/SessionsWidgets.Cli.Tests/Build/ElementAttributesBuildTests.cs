using System.Text;

namespace SessionsWidgets.Cli.Tests.Build;

/// <summary>Attributes of tags that are nobody's parameter, and <c>~/</c>, in static pages.</summary>
public sealed class ElementAttributesBuildTests : BuildTests
{
    [Theory]
    [InlineData("data-v-1a2b3c", " data-v-1a2b3c")]
    [InlineData("data-astro-cid-x7k2=\"\" data-aos=fade-up", " data-astro-cid-x7k2 data-aos=\"fade-up\"")]
    [InlineData("hidden='until-found' SLOT=\"main\" title=\"A &amp; B\"", " hidden=\"until-found\" slot=\"main\" title=\"A &amp; B\"")]
    [InlineData("aria-hidden=true style=\"color:red\"", " aria-hidden=\"true\" style=\"color:red\"")]
    [InlineData("data-x=\"&lt;&quot;&#39;\"", " data-x=\"&lt;&quot;&#x27;\"")]
    public async Task Build_AttributesThatAreNoParameters_GoToTheOutermostElement(string attributes, string written)
    {
        Site.Page("index.html", $"{Linked}<main><recent-smokes limit=1 {attributes}></recent-smokes></main>");
        var run = await Site.BuildAsync();
        run.Error.ShouldBeEmpty();
        var fragment = await Site.FragmentAsync("recent-smokes", ("limit", "1"));
        Site.BuiltText("index.html").ShouldBe($"{Linked}<main><section{written}{fragment["<section".Length..]}</main>");
    }

    [Fact]
    public async Task Build_SameWidgetWithOtherAttributes_IsRenderedOnce()
    {
        Site.Page(
            "a.html", $"{Linked}<recent-smokes data-v-1></recent-smokes><session-widget name=recent-smokes data-v-2></session-widget>");
        Site.Page("b.html", $"{Linked}<recent-smokes></recent-smokes>");
        var run = await Site.BuildAsync();
        run.Output.ShouldContain("3 widgets, 1 different");
        Site.BuiltText("a.html").Split("<section").Skip(1).Select(s => s[..s.IndexOf(" class", StringComparison.Ordinal)])
            .ShouldBe([" data-v-1", " data-v-2"]);
        Site.BuiltText("b.html").ShouldContain("<section class=");
        Site.Sandbox.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Build_PageInAnOldEncoding_HoldsTheirValues()
    {
        Site.File(
            "site/index.html",
            $"<meta charset=iso-8859-1>{Linked}<recent-smokes limit=1 title=\"é €\"></recent-smokes>",
            Encoding.Latin1);
        (await Site.BuildAsync()).ExitCode.ShouldBe(0);
        Site.Built("index.html").ShouldContain("<section title=\"é ");
    }

    [Theory]
    [InlineData(
        "<recent-smokes onclick=\"alert(1)\"></recent-smokes>",
        "1:16: error: onclick is 'alert(1)'; a widget takes no event handlers")]
    [InlineData("<recent-smokes ONLOAD></recent-smokes>", "1:16: error: ONLOAD is ''; a widget takes no event handlers")]
    [InlineData("<recent-smokes titel=x></recent-smokes>", "1:16: error: <recent-smokes> has no attribute 'titel'.")]
    [InlineData(
        "<recent-smokes data-x limits=1></recent-smokes>",
        "1:23: error: <recent-smokes> has no attribute 'limits'. Did you mean 'limit'?")]
    [InlineData("<recent-smokes data-x=1 DATA-X=2></recent-smokes>", "1:16: error: DATA-X is '2'; the tag has that attribute twice")]
    [InlineData("<recent-smokes x-data=1></recent-smokes>", "1:16: error: <recent-smokes> has no attribute 'x-data'.")]
    [InlineData(
        "<recent-smokes all-url=\"~/all\"></recent-smokes>",
        "1:16: error: all-url is '~/all'; '~/' is the path base of a web application")]
    [InlineData("<cigar-cards cigar-url=~/{id}></cigar-cards>", "1:14: error: cigar-url is '~/{id}'; '~/' is the path base")]
    public async Task Build_AttributeThatIsRefused_SaysWhere(string page, string message)
    {
        Site.Page("index.html", page);
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("index.html:" + message);
        File.Exists(Site.PathOf("out/index.html")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("all-url")]
    [InlineData("cigar-url")]
    public async Task Render_LinkBelowAnApplication_NamesTheRemedy(string parameter)
    {
        var run = await CliRun.Of(
            ["render", "recent-smokes", $"--{parameter}", "~/x", "--api-base-url", Site.Sandbox.BaseUrl.AbsoluteUri, "--business-id", "a"]);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain($"{parameter} is '~/x'; '~/' is the path base of a web application");
        run.Error.ShouldContain("write '/' and the path on the site.");
    }
}
