namespace SessionsWidgets.Cli.Tests.Build;

/// <summary>Widgets in a shadow root, in static pages.</summary>
public sealed class IsolationBuildTests : BuildTests
{
    private const string Start = "<div class=\"sw-isolated\"><template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"";

    [Fact]
    public async Task Build_IsolatedTags_LinkTheStylesheetAsTheirPageWould()
    {
        Site.Page("index.html", "<p><recent-smokes limit=1 isolated></recent-smokes></p>");
        Site.Page("a/b/deep.html", "<recent-smokes limit=1 isolated=true></recent-smokes>");
        Site.Page("own.html", "<recent-smokes limit=1 isolated stylesheet-url='/own.css' id=x></recent-smokes>");

        var run = await Site.BuildAsync("--css", "css/the widgets.css");

        // No page needs a link of its own.
        run.Error.ShouldBeEmpty();
        Site.Sandbox.Requests.Count.ShouldBe(1);
        var fragment = await Site.FragmentAsync("recent-smokes", ("limit", "1"));
        Site.BuiltText("index.html").ShouldBe($"{Start}css/the%20widgets.css\">{fragment}</template></div>");
        Site.BuiltText("a/b/deep.html").ShouldBe($"{Start}../../css/the%20widgets.css\">{fragment}</template></div>");
        Site.BuiltText("own.html").ShouldStartWith("<div class=\"sw-isolated\" id=\"x\"><template shadowrootmode=\"open\">"
            + "<link rel=\"stylesheet\" href=\"/own.css\"><section class=\"sw sw-recent-smokes\" lang=");
    }

    [Theory]
    [InlineData("<recent-smokes limit=1 isolated></recent-smokes><recent-smokes limit=1></recent-smokes>")]
    [InlineData("<recent-smokes limit=1 isolated=False></recent-smokes>")]
    public async Task Build_AnotherWidgetInThePage_NeedsALinkOfThePage(string tags)
    {
        Site.Page("index.html", tags);
        (await Site.BuildAsync()).Error.ShouldContain("pages have widgets and do not link their stylesheet.");
        Site.Page("index.html", $"<template></template></template>{Linked}{tags}");
        (await Site.BuildAsync()).Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("isolated=maybe", "1:16: error: isolated is 'maybe'; it must be true or false.")]
    [InlineData(
        "isolated stylesheet-url='~/a.css'",
        "1:25: error: stylesheet-url is '~/a.css'; '~/' is the path base of a web application")]
    [InlineData("stylesheet-url=a.css", "1:16: error: stylesheet-url is 'a.css'; it is for a tag with isolated=\"true\"")]
    [InlineData("isolate", "1:16: error: <recent-smokes> has no attribute 'isolate'. Did you mean 'isolated'?")]
    public async Task Build_WrongAttribute_SaysWhere(string attributes, string message)
    {
        Site.Page("index.html", $"<recent-smokes {attributes}></recent-smokes>");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldNotBe(0);
        run.Error.ShouldContain(message);
    }
}
