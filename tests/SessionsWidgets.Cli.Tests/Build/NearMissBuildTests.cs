namespace SessionsWidgets.Cli.Tests.Build;

/// <summary>Elements whose names are nearly those of widgets.</summary>
public sealed class NearMissBuildTests : BuildTests
{
    [Theory]
    [InlineData("<recent-smoke></recent-smoke>", "recent-smokes")]
    [InlineData("<recent_smokes limit=3></recent_smokes>", "recent-smokes")]
    [InlineData("<recentsmokes>", "recent-smokes")]
    [InlineData("<RecentSmokes/>", "recent-smokes")]
    [InlineData("<resent-smokes></resent-smokes>", "recent-smokes")]
    [InlineData("<cigar-card></cigar-card>", "cigar-cards")]
    [InlineData("<session-widgets></session-widgets>", "session-widget")]
    [InlineData("<recent-checkins></recent-checkins>", "recent-check-ins")]
    [InlineData("<svg></svg><upcoming-event></upcoming-event>", "upcoming-events")]
    public async Task Build_NearMissOfAName_WarnsWithTheName(string element, string near)
    {
        var page = $"<p>Text.</p>\n{element}";
        Site.Page("index.html", page);
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        var at = element.StartsWith("<svg>", StringComparison.Ordinal) ? 12 : 1;
        var tag = element[(at - 1)..].Split(' ', '>', '/')[0];
        run.Error.ShouldStartWith($"site/index.html:2:{at}: warning: {tag}> is not a widget, and is left unchanged.");
        run.Error.TrimEnd().ShouldEndWith($" Did you mean '{near}'?");
        run.Error.TrimEnd().ShouldNotContain("\n");
        Site.BuiltText("index.html").ShouldBe(page);
    }

    [Fact]
    public async Task Build_OtherElements_AreNoNearMisses()
    {
        const string Others =
            "sl-button sl-card md-filled-button model-viewer recent-posts recent-comments recent-stores "
            + "session-guard mission-card version-card product-card session-timer session-list "
            + "user-card github-corner lite-youtube time-ago relative-time x-foo my-element ion-content vaadin-grid event-list "
            + "event-calendar search-bar site-search pagefind-ui starlight-toc astro-island astro-slot next-route-announcer "
            + "c-card image-cards cigar-list "
            + "guest-book wifi-icon lounge-map custom-element recent-smokes-list font-awesome gmp-map amp-img turbo-frame include-fragment";
        var page = Linked + string.Concat(Others.Split(' ').Select(name => $"<{name}></{name}>"))
            + "<blockquote><figcaption><colgroup><progress></progress><textarea></textarea><noscript></noscript><fieldset><summary>"
            + "</summary></fieldset></figcaption></blockquote>"
            + "<!-- <recent-smoke> --><script>'<recent-smoke>'</script><code>&lt;recent-smoke></code>";
        Site.Page("index.html", page + "<div><recent-smokes limit=1></recent-smokes></div>");
        Site.Page("other.html", page);
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
        Site.BuiltText("other.html").ShouldBe(page);
    }
}
