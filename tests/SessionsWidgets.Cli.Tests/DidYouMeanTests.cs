using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests;

/// <summary>A misspelled name is one error, which has the name that was probably meant.</summary>
public sealed class DidYouMeanTests : IDisposable
{
    private const string Url = "https://api.example.com";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("There is no option '--limt'. Did you mean '--limit'?", "render", "recent-smokes", "--limt", "3")]
    [InlineData("There is no option '--limt'. Did you mean '--limit'?", "render", "recent-smokes", "--limt=3", "--layout", "grid")]
    [InlineData("There is no option '-limit'. Did you mean '--limit'?", "render", "recent-smokes", "-limit", "3")]
    [InlineData("There is no option '--ratings'. Did you mean '--show-ratings'?", "render", "recent-smokes", "--ratings", "false")]
    [InlineData("There is no option '--outptu'. Did you mean '--output'?", "build", "site", "--outptu", "dist")]
    [InlineData("There is no option '--outptu'. Did you mean '--output'?", "build", "--outptu", "dist", "site")]
    [InlineData("There is no option '--dry-rn'. Did you mean '--dry-run'?", "build", "--dry-rn", "site", "--output", "dist")]
    [InlineData("There is no option '--forse'. Did you mean '--force'?", "eject", "recent-smokes", "--forse")]
    [InlineData("There is no option '--templtes'. Did you mean '--templates'?", "check", "--templtes", "own")]
    [InlineData("There is no option '--verbos'. Did you mean '--verbose'?", "check", "--verbos")]
    [InlineData("There is no option '--halp'. Did you mean '--help'?", "build", "--halp")]
    [InlineData("There is no option '--wholly-unknown'.", "check", "--wholly-unknown", "x")]
    [InlineData("'too-many' is one argument too many.", "check", "own", "too-many")]
    public async Task Run_MisspeltOption_IsOneErrorWithTheNearName(string message, params string[] arguments)
    {
        var run = await CliRun.Of(arguments, _folder.Path);
        var lines = run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2, run.Error);
        lines[0].ShouldBe($"sessions-widgets: {message}");
        lines[1].ShouldStartWith("See 'sessions-widgets ");
        run.Output.ShouldBeEmpty();
        run.ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("There is no command or option 'rendr'. Did you mean 'render'?", "rendr", "recent-smokes")]
    [InlineData("There is no command or option 'ejct'. Did you mean 'eject'?", "ejct", "recent-smokes")]
    [InlineData("There is no command or option 'recent-smoke'. Did you mean 'recent-smokes'?", "render", "recent-smoke", "--limit", "5")]
    [InlineData("There is no command or option 'smokes'. Did you mean 'recent-smokes'?", "render", "smokes")]
    [InlineData("There is no command or option 'cigar-crads'. Did you mean 'cigar-cards'?", "render", "cigar-crads")]
    public async Task Run_MisspeltCommandOrWidget_IsOneErrorWithTheNearName(string message, params string[] arguments)
    {
        var run = await CliRun.Of(arguments, _folder.Path);
        run.Error.Split(Environment.NewLine)[0].ShouldBe($"sessions-widgets: {message}");
        run.Error.Split("There is no").Length.ShouldBe(2);
        run.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Run_TwoMisspeltOptions_AreTwoErrors()
    {
        var run = await CliRun.Of(["render", "recent-smokes", "--limt", "3", "--layuot", "grid"], _folder.Path);
        run.Error.ShouldContain("'--limt'. Did you mean '--limit'?");
        run.Error.ShouldContain("'--layuot'. Did you mean '--layout'?");
    }

    [Fact]
    public async Task Run_NameAfterTwoDashes_IsNoOption()
    {
        var run = await CliRun.Of(["eject", "--", "--forse"], _folder.Path);
        run.Error.ShouldContain("NAME is '--forse'; there is no such template.");
        run.ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("recent-smoke", "recent-smokes")]
    [InlineData("partials/ratng", "partials/rating")]
    [InlineData("rating", "partials/rating")]
    [InlineData("locales/dee", "locales/de")]
    public async Task Eject_MisspeltName_HasTheNearName(string name, string meant)
    {
        var run = await CliRun.Of(["eject", name], _folder.Path);
        run.Error.ShouldContain($"NAME is '{name}'; there is no such template. Did you mean '{meant}'? There are: cigar-cards, ");
        run.ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("--layout", "gird", "layout is 'gird'; it must be 'list' or 'grid'. Did you mean 'grid'?")]
    [InlineData("--dates", "abslute", "dates is 'abslute'; it must be 'relative' or 'absolute'. Did you mean 'absolute'?")]
    [InlineData("--show-ratings", "flase", "show-ratings is 'flase'; it must be true or false. Did you mean 'false'?")]
    [InlineData("--featured", "treu", "featured is 'treu'; it must be true or false. Did you mean 'true'?")]
    [InlineData("--from", "tody", "from is 'tody'; it must be a day such as 2026-07-18, 'today', or '7 days ago'. Did you mean 'today'?")]
    [InlineData("--lang", "english", "lang is 'english'; it must be a language tag such as 'en', 'de' or 'pt-BR'. Did you mean 'en'?")]
    [InlineData("--lang", "de_AT", "lang is 'de_AT'; it must be a language tag such as 'en', 'de' or 'pt-BR'. Did you mean 'de-AT'?")]
    [InlineData("--business-type", "venu", "SessionsWidgets:BusinessType is 'venu'; it must be 'venue' or 'brand'. Did you mean 'venue'?")]
    [InlineData("--time-zone", "America/NewYork", "Did you mean 'America/New_York'?")]
    [InlineData("--time-zone", "Europe/Berln", "Did you mean 'Europe/Berlin'?")]
    [InlineData("--culture", "espanol", "Did you mean 'es'?")]
    [InlineData("--culture", "deu", "there are texts in: ar, de, en, es, fr, it, ja, nl, pl, pt, ru, tr. Did you mean 'de'?")]
    [InlineData("--business", "uptwn", "business is 'uptwn'; there is no such business. Did you mean 'uptown'? Configured are: uptown.")]
    public async Task Render_MisspeltValue_HasTheNearOne(string option, string value, string message)
    {
        var run = await CliRun.Of(
            ["render", "recent-smokes", "--api-base-url", Url, "--business-id", "a", option, value],
            _folder.Path,
            null,
            ("SessionsWidgets__Businesses__uptown__BusinessId", "up"));
        run.Error.ShouldContain(message);
        run.ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("SessionsWidgets__BusinesId", "(did you mean 'BusinessId'?)")]
    [InlineData("SessionsWidgets__Cache__FreshFr", "(did you mean 'FreshFor'?)")]
    [InlineData("SessionsWidgets__GuestWifi__AccesToken", "(did you mean 'AccessToken'?)")]
    [InlineData("SessionsWidgets__Businesses__uptown__Timezon", "(did you mean 'TimeZone'?)")]
    [InlineData(
        "SessionWidgets__ApiKey",
        "The environment variable SessionWidgets__ApiKey is not read: its section is 'SessionWidgets'. Did you mean 'SessionsWidgets'?")]
    [InlineData(
        "SESSIONSWIDGETS_APIKEY",
        "The environment variable SESSIONSWIDGETS_APIKEY is not read: write two underscores: SessionsWidgets__APIKEY.")]
    public async Task Render_MisspeltVariable_HasTheNearName(string variable, string message)
    {
        var run = await CliRun.Of(
            ["render", "recent-smokes", "--api-base-url", Url, "--business-id", "a"], _folder.Path, null, (variable, "s3cret"));
        run.Error.ShouldContain(message);
        run.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Check_NamesThatDoNotExist_AreWarningsWithFileLineAndColumn()
    {
        _folder.Write("own/recent-smokes.liquid", "<ol>\n{% for session in sessions %}<li>{{ sesion.user.nam }}</li>{% endfor %}</ol>");
        _folder.Write("own/partials/rating.liquid", "<p>{{ ratng }}</p>");
        var run = await CliRun.Of(["check", "own"], _folder.Path);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("warning: recent-smokes:2:37: Unknown variable 'sesion': did you mean 'session'?");
        run.Output.ShouldContain("warning: partials/rating:1:7: Unknown variable 'ratng': did you mean 'rating'?");
        run.Output.ShouldContain("warnings: 2,");
    }

    [Theory]
    [InlineData("{{ 'smoking_nw' | t }}", "There is no text 'smoking_nw': add it to locales/en.json. Did you mean 'smoking_now'?")]
    [InlineData("{{ 10 | duration: 'lng' }}", "'duration' takes 'short', 'long' or 'iso', not 'lng'. Did you mean 'long'?")]
    [InlineData(
        "{{ '2026-07-18' | localized_date: 'weekdy' }}",
        "There is no date pattern 'weekdy' in locales/en.json. Did you mean 'weekday'?")]
    [InlineData("{{ heading | upcas }}", "Unknown filter 'upcas': did you mean 'upcase'?")]
    [InlineData("{% asign a = 1 %}", "Unknown tag 'asign': did you mean 'assign'?")]
    [InlineData("{% render 'partials/ratng' %}", "Unknown partial 'partials/ratng': did you mean 'partials/rating'?")]
    public async Task Check_MisspeltNameInATemplate_HasTheNearName(string template, string message)
    {
        _folder.Write("own/fallback.liquid", $"<p>{template}</p>");
        var run = await CliRun.Of(["check", "own"], _folder.Path);
        run.Error.ShouldContain(message);
        run.ExitCode.ShouldBe(1);
    }
}
