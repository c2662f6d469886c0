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
    [InlineData("session-card.liquid", "<div><p>{{ session.note }}</div></p>", "session-card on full data: the output is not well-formed HTML", "line")]
    [InlineData("cigar-cards.liquid", "{% render 'partials/nope' %}", "cigar-cards:1:", "partials/nope")]
    [InlineData("fallback.liquid", "<div><p>Soon.</div></p>", "fallback: the output is not well-formed HTML: line 1")]
    [InlineData("fallback.liquid", "{{ 1 | divided_by: 0 }}", "fallback: fallback:1:")]
    public async Task Check_BrokenTemplate_TellsWhereWithExitCode1(string file, string text, params string[] messages)
    {
        _folder.Write($"own/{file}", text);
        var run = await CliRun.Of(["check", "own"], _folder.Path);
        run.ExitCode.ShouldBe(1, run.Output);
        foreach (var message in messages) run.Error.ShouldContain(message);
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
    public async Task Check_FolderOrNameThatCannotBe_SaysSo()
    {
        var none = await CliRun.Of(["check", "none"], _folder.Path);
        none.ExitCode.ShouldBe(2);
        none.Error.ShouldContain("there is no such folder");
        _folder.Write("own/My Widget.liquid", "");
        var run = await CliRun.Of(["check", "own"], _folder.Path);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("The template file is 'My Widget.liquid'; its name must be lower-case words");
    }
}
