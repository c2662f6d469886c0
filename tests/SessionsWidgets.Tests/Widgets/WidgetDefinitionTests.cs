namespace SessionsWidgets.Tests.Widgets;

public class WidgetDefinitionTests
{
    private static readonly WidgetDefinition Type = WidgetCatalog.BuiltIn.Get("recent-smokes");

    [Fact]
    public void Parse_NoValues_GivesTheDefaults() => Type.Parse([]).ShouldBe(new RecentSmokes());

    [Fact]
    public void Parse_AllValues_SetsAllProperties() =>
        Parse(
            ("limit", "6"), ("layout", "grid"), ("offset", "2"), ("from", "2026-07-01"), ("to", "7 days ago"), ("featured", ""),
            ("cigar-id", "cgr_1"), ("cigar-url", "/cigars/{id}"),
            ("show-ratings", "false"), ("show-cigar-image", "true"), ("show-avatars", "FALSE"), ("show-duration", "false"),
            ("show-note", "false"), ("show-venue", "true"),
            ("heading", "Tonight"), ("heading-level", "3"), ("class", "wide dark"), ("id", "smokes"), ("dates", "absolute"), ("lang", "de"),
            ("all-url", "/sessions"))
            .ShouldBe(new RecentSmokes
            {
                Limit = 6, Layout = WidgetLayout.Grid, Offset = 2, From = new DateOnly(2026, 7, 1), To = Day.Ago(7), Featured = true,
                CigarId = "cgr_1", CigarUrl = "/cigars/{id}",
                ShowRatings = false, ShowCigarImage = true, ShowAvatars = false, ShowDuration = false, ShowNote = false, ShowVenue = true,
                Heading = "Tonight", HeadingLevel = 3, CssClass = "wide dark", Id = "smokes", Dates = DateStyle.Absolute, Language = "de",
                AllUrl = "/sessions",
            });

    [Theory]
    [InlineData("limit", "0", "limit is '0'; it must be a whole number from 1 to 1000.")]
    [InlineData("limit", "ten", "limit is 'ten'; it must be a whole number from 1 to 1000.")]
    [InlineData("layout", "table", "layout is 'table'; it must be 'list' or 'grid'.")]
    [InlineData("show-ratings", "yes", "show-ratings is 'yes'; it must be true or false.")]
    [InlineData("from", "18.07.2026", "from is '18.07.2026'; it must be a day such as 2026-07-18, 'today', or '7 days ago'.")]
    [InlineData("cigar-id", "../admin", "cigar-id is '../admin'; it must be 1 to 64 letters (A-Z, a-z), digits, '_' or '-'.")]
    [InlineData(
        "class",
        "a\" onclick=\"b",
        "class is 'a\" onclick=\"b'; it must be class names of letters, digits, '_' and '-' that begin with a letter, '_' or '-', "
        + "separated by spaces.")]
    [InlineData("id", "1st", "id is '1st'; it must begin with a letter and hold only letters, digits, '_' and '-'.")]
    [InlineData(
        "all-url",
        "javascript:alert(1)",
        "all-url is 'javascript:alert(1)'; it must be an http or https address, or a path such as '/sessions' or 'sessions.html'.")]
    [InlineData(
        "all-url",
        "//evil.example.com",
        "all-url is '//evil.example.com'; it must be an http or https address, or a path such as '/sessions' or 'sessions.html'.")]
    [InlineData("lang", "english please", "lang is 'english please'; it must be a language tag such as 'en', 'de' or 'pt-BR'.")]
    [InlineData("heading-level", "7", "heading-level is '7'; it must be a whole number from 1 to 6.")]
    public void Parse_BadValue_SaysWhatIsAllowed(string name, string value, string message) =>
        Should.Throw<ParameterException>(() => Parse((name, value))).Message.ShouldBe(message);

    [Fact]
    public void Parse_UnknownName_NamesTheNearestAndAll()
    {
        var message = Should.Throw<ParameterException>(() => Parse(("limits", "6"))).Message;
        message.ShouldStartWith(
            "<recent-smokes> has no attribute 'limits'. Did you mean 'limit'? It takes: all-url, aria-label, business, ");
    }

    [Fact]
    public void Check_BadPropertySetInCode_HasTheSameMessage() =>
        Should.Throw<ParameterException>(() => Type.Check(new RecentSmokes { Limit = 5000 })).Message.ShouldBe(
            "limit is '5000'; it must be a whole number from 1 to 1000.");

    [Fact]
    public void Get_UnknownWidget_NamesThoseThereAre() =>
        Should.Throw<ParameterException>(() => WidgetCatalog.BuiltIn.Get("recent-smoke")).Message
            .ShouldBe(
                "name is 'recent-smoke'; there is no such widget. Did you mean 'recent-smokes'? There are: recent-smokes, "
                + "session-card, cigar-cards, guests-online, guest-visits, lounge-activity, wifi-time, guest-sessions, "
                + "upcoming-events, recent-check-ins.");

    [Fact]
    public void Parameters_EveryOneOfEveryWidget_IsReadAsItIsWritten()
    {
        foreach (var type in WidgetCatalog.BuiltIn.Definitions)
        {
            var widget = type.CreateDefault();
            foreach (var parameter in type.Parameters)
            {
                if (parameter.Get(widget) is { } text) parameter.Set(widget, text).ShouldBe(widget, parameter.Name);
                parameter.Description.ShouldEndWith(".");
                parameter.Allowed.ShouldStartWith("it must ");
            }
        }
    }

    private static Widget Parse(params (string Name, string Value)[] values) =>
        Type.Parse(values.Select(v => new KeyValuePair<string, string>(v.Name, v.Value)));
}
