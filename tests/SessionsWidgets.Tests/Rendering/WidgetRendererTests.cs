using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Rendering;

public sealed class WidgetRendererTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly RecordingLogger _log = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task RenderAsync_BadOption_ThrowsBeforeAnyRequest()
    {
        var (renderer, lounge, handler) = Create(Sessions.Page());
        await Should.ThrowAsync<ParameterException>(async () => await renderer.RenderAsync(lounge, new RecentSmokes { Limit = -1 }));
        handler.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task RenderAsync_Fresh_SaysUntilWhenItIsTrue()
    {
        var (renderer, lounge, _) = Create(Sessions.Page(Sessions.Item("a", "2026-07-18T23:12:15Z")));
        var fragment = await renderer.RenderAsync(lounge, new RecentSmokes());
        fragment.Origin.ShouldBe(FragmentOrigin.Fresh);
        fragment.IsEmpty.ShouldBeFalse();
        // "17 minutes ago" at 23:30:00 turns into 18 minutes at 23:30:15, before the data are a minute old.
        fragment.FreshUntil.ShouldBe(new DateTimeOffset(2026, 7, 18, 23, 30, 15, TimeSpan.Zero));
        var absolute = await renderer.RenderAsync(lounge, new RecentSmokes { Dates = DateStyle.Absolute });
        absolute.FreshUntil.ShouldBe(_clock.GetUtcNow() + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task RenderAsync_SameBytes_HaveTheSameETag()
    {
        var (renderer, lounge, _) = Create(Sessions.Page(Sessions.Item("a")));
        var one = await renderer.RenderAsync(lounge, new RecentSmokes());
        var two = await renderer.RenderAsync(lounge, new RecentSmokes());
        one.ETag.ShouldBe(two.ETag);
        one.ETag.ShouldMatch("^W/\"[A-Za-z0-9_-]{22}\"$");
        (await renderer.RenderAsync(lounge, new RecentSmokes { Heading = "Other" })).ETag.ShouldNotBe(one.ETag);
    }

    [Fact]
    public async Task RenderAsync_NoSessions_IsEmptyAndSaysSo()
    {
        var (renderer, lounge, _) = Create(Sessions.Page());
        var fragment = await renderer.RenderAsync(lounge, new RecentSmokes());
        fragment.IsEmpty.ShouldBeTrue();
        fragment.Origin.ShouldBe(FragmentOrigin.Fresh);
        fragment.ToString().ShouldContain("No smokes yet");
    }

    [Fact]
    public async Task RenderAsync_UpstreamBroken_GivesTheFallbackAndWhy()
    {
        var (renderer, lounge, _) = Create("<html>login</html>");
        var fragment = await renderer.RenderAsync(lounge, new RecentSmokes());
        fragment.Origin.ShouldBe(FragmentOrigin.Fallback);
        fragment.IsEmpty.ShouldBeTrue();
        fragment.Error.ShouldBeOfType<ApiException>().Failure.ShouldBe(ApiFailure.InvalidPayload);
        fragment.ToString().ShouldNotContain("login");
    }

    [Fact]
    public async Task RenderAsync_HostsTemplate_ReplacesTheBuiltInOne()
    {
        _folder.Write(
            "recent-smokes.liquid",
            "{% for session in sessions %}<p>{{ session.note }} {% render 'partials/rating', rating: session.rating %}</p>{% endfor %}");
        _folder.Write("partials/rating.liquid", "({{ rating }})");
        var (renderer, lounge, _) = Create(Sessions.Page(Sessions.Item("a", more: """
            "note":"a<b","rating":4.5
            """)));
        (await renderer.RenderAsync(lounge, new RecentSmokes())).ToString().ShouldBe("<p>a&lt;b (4.5)</p>");
    }

    [Fact]
    public async Task RenderAsync_TemplateChangedWhileDeveloping_TakesEffectAtOnce()
    {
        var path = _folder.Write("recent-smokes.liquid", "one");
        var (renderer, lounge, _) = Create(Sessions.Page(), reload: true);
        (await renderer.RenderAsync(lounge, new RecentSmokes())).ToString().ShouldBe("one");
        await File.WriteAllTextAsync(path, "another");
        (await renderer.RenderAsync(lounge, new RecentSmokes())).ToString().ShouldBe("another");
    }

    [Fact]
    public async Task RenderAsync_BrokenLocaleWhileDeveloping_ShowsTheErrorUntilItIsMended()
    {
        var (renderer, lounge, _) = Create(Sessions.Page(), reload: true, showErrors: true);
        var path = _folder.Write("locales/nl.json", "{ \"language\": 5 }");
        (await renderer.RenderAsync(lounge, new RecentSmokes())).ToString().ShouldContain("locales/nl.json:1:");
        File.Delete(path);
        (await renderer.RenderAsync(lounge, new RecentSmokes())).ToString().ShouldContain("No smokes yet");
    }

    [Fact]
    public async Task RenderAsync_BrokenTemplate_GivesTheFallbackAndIsLoggedOnce()
    {
        _folder.Write("recent-smokes.liquid", "line one\n{% for %}");
        var (renderer, lounge, _) = Create(Sessions.Page());
        for (var i = 0; i < 3; i++) (await renderer.RenderAsync(lounge, new RecentSmokes())).Origin.ShouldBe(FragmentOrigin.Fallback);
        var entry = _log.OwnEntries.ShouldHaveSingleItem();
        entry.ShouldContain("recent-smokes:2:");
        entry.ShouldContain("{% for %}");
    }

    [Fact]
    public async Task RenderAsync_BrokenTemplateWhileDeveloping_ShowsTheErrorInPlace()
    {
        _folder.Write("recent-smokes.liquid", "line one\n<p>{{ heading | upcas }}</p>");
        var (renderer, lounge, _) = Create(Sessions.Page(), reload: true, showErrors: true);
        var notice = (await renderer.RenderAsync(lounge, new RecentSmokes())).ToString();
        notice.ShouldContain("recent-smokes:2:");
        notice.ShouldContain("upcas");
        notice.ShouldContain("upcase");
    }

    [Fact]
    public async Task RenderAsync_BrokenFallbackToo_StillGivesTheBuiltInNotice()
    {
        _folder.Write("recent-smokes.liquid", "{% for %}");
        _folder.Write("fallback.liquid", "{% if %}");
        var (renderer, lounge, _) = Create(Sessions.Page());
        (await renderer.RenderAsync(lounge, new RecentSmokes())).ToString().ShouldContain("sw-fallback");
    }

    [Fact]
    public async Task RenderAsync_OwnWidget_IsRenderedByItsTemplate()
    {
        _folder.Write("house-stats.liquid", "<p>{{ heading }}: {{ sessions }} of {{ most }}</p>");
        var catalog = new WidgetCatalog(
        [
            new WidgetDefinition<HouseStats>(
                "house-stats",
                [
                    new WidgetParameter<HouseStats,
                    int>(
                        "most", ParameterKind.WholeNumber(1, 100), w => w.Most, (w, v) => w with { Most = v }, "How many are looked at.")],
                (widget, _) =>
                    WidgetQuery.Sessions(new SessionQuery { Limit = widget.Most })
                        .ToModel(page => new HouseStatsModel(widget.Most, page.Sessions.Count)))
            {
                Describe = models =>
                    models.Add<HouseStatsModel>(m => m.Member("most", s => (long)s.Most).Member("sessions", s => (long)s.Sessions)),
            },
        ]);
        var (renderer, lounge, _) = Create(Sessions.Page(Sessions.Item("a"), Sessions.Item("b")), catalog: catalog);
        (await renderer.RenderAsync(lounge, "house-stats", [new("most", "50"), new("heading", "House")]))
            .ToString()
            .ShouldBe("<p>House: 2 of 50</p>");
        Should.Throw<ParameterException>(() => catalog.Get("house-stats").Parse([new("most", "500")]))
            .Message.ShouldBe("most is '500'; it must be a whole number from 1 to 100.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RenderAsync_OwnModelThrows_GivesTheFallback(bool isPlanned)
    {
        var thrown = new InvalidOperationException("broken model");
        var catalog = new WidgetCatalog(
        [
            new WidgetDefinition<HouseStats>("house-stats", [], (_, _) => isPlanned ? new WidgetPlan([], _ => throw thrown) : throw thrown),
        ]);
        var (renderer, lounge, _) = Create(Sessions.Page(), catalog: catalog);
        var fragment = await renderer.RenderAsync(lounge, new HouseStats());
        fragment.Origin.ShouldBe(FragmentOrigin.Fallback);
        fragment.Error!.Message.ShouldBe("broken model");
    }

    [Theory]
    [InlineData("de", "de", "Vor 18 Minuten")]
    [InlineData("de-AT", "de", "Vor 18 Minuten")]
    [InlineData("ar", "ar", "قبل 18 دقيقة")]
    public async Task RenderAsync_InALanguage_SpeaksIt(string language, string shown, string words)
    {
        var (renderer, lounge, _) = Create(Sessions.Page(Sessions.Item("a")));
        var html = (await renderer.RenderAsync(lounge, new RecentSmokes { Language = language })).ToString();
        html.ShouldContain($"lang=\"{shown}\" dir=\"{(language == "ar" ? "rtl" : "ltr")}\"");
        html.ShouldContain(words);
    }

    [Fact]
    public async Task RenderAsync_LanguageWithoutTexts_NamesThoseThereAre()
    {
        var (renderer, lounge, _) = Create(Sessions.Page());
        var error = await Should.ThrowAsync<ParameterException>(
            async () => await renderer.RenderAsync(lounge, new RecentSmokes { Language = "xx" }));
        error.Message.ShouldStartWith("lang is 'xx'; there are texts in: ar, de, en, es, fr, it,");
        var request = new RenderRequest { Language = "xx" };
        (await renderer.RenderAsync(lounge, new RecentSmokes(), request)).ToString().ShouldContain("lang=\"en\"");
    }

    [Fact]
    public void Create_TemplateFolderMissing_SaysSo() =>
        Should.Throw<ParameterException>(
            () =>
                new WidgetRenderer(
                    new SessionsClient(new SessionsClientOptions()), new WidgetRendererOptions { TemplateFolder = "/no/such/folder" }))
            .Message.ShouldBe("Templates is '/no/such/folder'; there is no such folder: create it, or leave the setting out.");

    private (WidgetRenderer Renderer, BusinessContext Lounge, StubHandler Handler) Create(
        string json, bool reload = false, bool showErrors = false, WidgetCatalog? catalog = null)
    {
        var handler = new StubHandler(json);
        var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = handler,
            TimeProvider = _clock, WaitingClock = _clock, LoggerFactory = _log,
        });
        var renderer = new WidgetRenderer(client, new WidgetRendererOptions
        {
            TemplateFolder = _folder.Path, ReloadTemplates = reload, ShowErrors = showErrors, Catalog = catalog ?? WidgetCatalog.BuiltIn,
        });
        return (renderer, client.GetBusiness(BusinessType.Venue, "stogies-chapin"), handler);
    }

    private sealed record HouseStats : Widget
    {
        public int Most { get; init; } = 10;
    }

    private sealed class HouseStatsModel(int most, int sessions) : WidgetModel
    {
        public int Most { get; } = most;

        public int Sessions { get; } = sessions;
    }
}
