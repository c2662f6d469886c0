using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests;

public sealed class CheckCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Check_BuiltInTemplates_AreSound()
    {
        var run = await CliRun.Of(["check"], _folder.Path);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("Errors: 0, warnings: 0, uses of raw: 0.");
    }

    [Fact]
    public async Task Check_EjectedTemplates_AreSound()
    {
        await CliRun.Of(["eject", .. BuiltInTemplates.Names], _folder.Path);
        var run = await CliRun.Of(["check", "templates"], _folder.Path);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain($"({BuiltInTemplates.Names.Count} of your own)");
    }

    [Theory]
    [InlineData("recent-smokes.liquid", "one\n<p>{{ heading | upcas }}</p>", "recent-smokes:2:", "'upcase'")]
    [InlineData("recent-smokes.liquid", "{% for s in sessions %}", "recent-smokes:1:", "for")]
    [InlineData("partials/rating.liquid", "<p>{{ rating | nope }}</p>", "partials/rating:1:", "nope")]
    [InlineData(
        "session-card.liquid",
        "<div><p>{{ session.note }}</div></p>",
        "session-card on full data: the output is not well-formed HTML",
        "line")]
    [InlineData("cigar-cards.liquid", "{% render 'partials/nope' %}", "cigar-cards:1:", "partials/nope")]
    [InlineData("fallback.liquid", "<div><p>Soon.</div></p>", "fallback: the output is not well-formed HTML: line 1")]
    [InlineData("fallback.liquid", "{{ 1 | divided_by: 0 }}", "fallback: fallback:1:")]
    public async Task Check_BrokenTemplate_ReportsThePlaceWithExitCode1(string file, string text, params string[] messages)
    {
        _folder.Write($"own/{file}", text);
        var run = await CliRun.Of(["check", "own"], _folder.Path);
        run.ExitCode.ShouldBe(1, run.Output);
        foreach (var message in messages) run.Error.ShouldContain(message);
    }

    /// <summary>Places in which no output can be made safe, each with what its error says about it.</summary>
    private static readonly (string Name, string Place, string Message)[] ForbiddenPlaces =
    [
        ("unquoted", "<p class={{ heading }}></p>", "No output can stand in an attribute's value without quotes. Put the value in quotes."),
        (
            "event",
            "<p onclick=\"{{ heading }}\"></p>",
            "Attribute 'onclick' can hold no output: write its value in the template, or use a class, a data attribute or text."),
        (
            "style-attribute",
            "<p style=\"{{ heading }}\"></p>",
            "Attribute 'style' can hold no output: write its value in the template, or use a class"),
        ("srcdoc", "<iframe srcdoc=\"{{ heading }}\"></iframe>", "Attribute 'srcdoc' can hold no output: write its value in the template"),
        (
            "script-address",
            "<script src=\"{{ all_url }}\"></script>",
            "Attribute 'src' can hold no output: write its value in the template"),
        (
            "script",
            "<script>{{ heading }}</script>",
            "No output can stand in a script. Use a data attribute, or a script of type application/json."),
        ("script-type", "<script type=\"{{ heading }}\"></script>", "The type of a script can hold no output: write it in the template."),
        ("style", "<style>{{ heading }}</style>", "No output can stand in a style sheet. Use a class."),
        ("comment", "<!-- {{ heading }} -->", "No output can stand in an HTML comment. Use {% comment %} for notes."),
        (
            "declaration",
            "<!doctype {{ heading }}>",
            "No output can stand in a declaration. Write it in the template, with if where it varies."),
        (
            "tag-name",
            "<h{{ heading_level }}>",
            "No output can stand in a tag, outside its attributes' values. Write it in the template, with if where it varies."),
        (
            "attribute-name",
            "<p data-{{ id }}=\"x\"></p>",
            "No output can stand in a tag, outside its attributes' values. Write it in the template, with if where it varies."),
        (
            "between-attributes",
            "<p {{ class }}></p>",
            "No output can stand in a tag, outside its attributes' values. Write it in the template, with if where it varies."),
        (
            "plain-element",
            "<noscript>{{ heading }}</noscript>",
            "No output can stand in an element whose content is no markup. Write it in the template, with if where it varies."),
        (
            "scheme",
            "<a href=\"javascript:{{ heading }}\">x</a>",
            "A URL here begins with http:, https:, mailto:, tel: or a path, not with 'javascript:'."),
        (
            "made-scheme",
            "<a href=\"{{ heading }}:x\">x</a>",
            "A ':' after an output would make a scheme of it: put the whole URL into the output, or write its start here."),
        (
            "unclear-address",
            "<a href=\"{% if id %}/a/{% endif %}{{ id }}\">x</a>",
            "What stands before leaves it open which part of the URL this is: put the whole URL into each branch"),
        ("branches", "{% if id %}<p title=\"{% endif %}{{ id }}", "The branches of 'if' end in different places of the HTML"),
        (
            "loop",
            "{% for s in sessions %}<p {% endfor %}",
            "The body of the loop begins in text and ends in a tag, outside its attributes' values: it must end where it began."),
        (
            "capture",
            "{% capture c %}<b>x</b>{% endcapture %}<p title=\"{{ c }}\"></p>",
            "'c' was captured with markup, so it can stand in text only."),
        ("tag-start", "<{{ heading }}>", "Write a tag's '<' and its name in one piece."),
        ("open-end", "<p title=\"{{ heading }}", "The template ends in an attribute's value."),
    ];

    [Fact]
    public async Task Check_OneTemplateForEachForbiddenPlace_ReportsEachWithLineAndRemedyAndExitCode1()
    {
        foreach (var (name, place, _) in ForbiddenPlaces) _folder.Write($"own/{name}.liquid", $"<div></div>\n{place}");

        var run = await CliRun.Of(["check", "own"], _folder.Path);

        run.ExitCode.ShouldBe(1, run.Output);
        foreach (var (name, place, message) in ForbiddenPlaces)
        {
            var report = run.Error.Split($"error: {name}:2:", 2);
            report.Length.ShouldBe(2, $"{name} is not reported:\n{run.Error}");
            var lines = report[1].Split('\n');
            lines[0].ShouldContain(message);
            lines[1].Trim().ShouldBe(place);
        }

        run.Output.ShouldContain($"Errors: {ForbiddenPlaces.Length},");
    }

    [Fact]
    public async Task Check_Raw_IsListedWithItsLine()
    {
        _folder.Write("own/recent-smokes.liquid", "<p>{{ heading }}</p>\n<div>{{ heading | raw }}</div>");
        var run = await CliRun.Of(["check", "own"], _folder.Path);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("raw: recent-smokes:2:");
        run.Output.ShouldContain("uses of raw: 1.");
    }

    [Fact]
    public async Task Check_TemplatesThatNothingUses_AreWarnedOf()
    {
        _folder.Write("own/house-stats.liquid", "<p>{{ heading }}</p>");
        _folder.Write("own/partials/ratng.liquid", "<p>{{ rating }}</p>");
        var run = await CliRun.Of(["check", "own"], _folder.Path);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("warning: house-stats is no built-in widget's template");
        run.Output.ShouldContain("warning: partials/ratng: nothing calls it.");
    }

    [Fact]
    public async Task Check_MistakeThatFailsManyRenderings_IsOneError()
    {
        _folder.Write("own/recent-smokes.liquid", "<p>{{ 'smoking_nw' | t }}</p><p>{{ 'no_smoks' | t }}</p>");
        _folder.Write("own/cigar-cards.liquid", "<p>{{ 'smoking_nw' | t }}</p>");
        var run = await CliRun.Of(["check", "own"], _folder.Path);
        run.ExitCode.ShouldBe(1);
        run.Error.Split("error: ").Length.ShouldBe(3, run.Error);
        run.Error.ShouldContain("recent-smokes:1:22: There is no text 'smoking_nw'");
        run.Error.ShouldContain("cigar-cards:1:22: There is no text 'smoking_nw'");
        run.Output.ShouldContain("Errors: 2,");
    }

    [Fact]
    public async Task Check_FolderOrNameThatCannotBe_SaysSo()
    {
        var none = await CliRun.Of(["check", "none"], _folder.Path);
        none.ExitCode.ShouldBe(2);
        none.Error.ShouldContain($"FOLDER is '{Path.Combine(_folder.Path, "none")}'; there is no such folder.");
        var set = await CliRun.Of(["check", "--templates", "none"], _folder.Path);
        set.ExitCode.ShouldBe(2);
        set.Error.ShouldContain($"SessionsWidgets:Templates is '{Path.Combine(_folder.Path, "none")}'; there is no such folder");
        set.Error.ShouldContain("There is no settings file");
        _folder.Write("own/My Widget.liquid", "");
        var run = await CliRun.Of(["check", "own"], _folder.Path);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("The template file is 'My Widget.liquid'; its name must be lower-case words");
    }
}
