using AngleSharp.Html.Parser;
using Fluid.Ast;
using Fluid.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests;

/// <summary>A host's folder of templates, as it is changed while the site runs.</summary>
public sealed class OwnTemplatesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tag_TemplateChangedInDevelopment_TakesEffectAtTheNextRequest()
    {
        _folder.Write("recent-smokes.liquid", "<p>One</p>");
        await using var site = await StartAsync("Development");
        (await PageAsync(site)).ShouldBe("<p>One</p>");
        _folder.Write("recent-smokes.liquid", "{% render 'partials/own' %}");
        _folder.Write("partials/own.liquid", "<p>From a partial</p>");
        (await PageAsync(site)).ShouldBe("<p>From a partial</p>");
        File.Delete(Path.Combine(_folder.Path, "recent-smokes.liquid"));
        (await PageAsync(site)).ShouldContain("sw-recent-smokes");
    }

    [Fact]
    public async Task Tag_TemplateBrokenInDevelopment_ShowsTemplateLineColumnAndTheLineUntilItIsMended()
    {
        await using var site = await StartAsync("Development");
        _folder.Write("recent-smokes.liquid", "<ol>\n  <li>{{ heading | upcse }}\n</ol>");
        var notice = new HtmlParser().ParseDocument(await PageAsync(site)).QuerySelector(".sw-error")!.TextContent;
        notice.ShouldContain("recent-smokes:2:20");
        notice.ShouldContain("<li>{{ heading | upcse }}");
        notice.ShouldContain("upcase");
        _folder.Write("recent-smokes.liquid", "<p>Mended</p>");
        (await PageAsync(site)).ShouldBe("<p>Mended</p>");
    }

    [Fact]
    public async Task Tag_TemplateBrokenInProduction_ShowsTheNoticeAndIsLoggedOnce()
    {
        _folder.Write("recent-smokes.liquid", "<p>{{ heading | upcse }}</p>");
        await using var site = await StartAsync("Production");
        for (var i = 0; i < 3; i++)
        {
            var page = await PageAsync(site);
            page.ShouldContain("sw-fallback");
            page.ShouldNotContain("upcse");
        }

        site.Log.OwnEntries.ShouldHaveSingleItem().ShouldContain("upcse");
    }

    [Theory]
    [InlineData("Development", 1)]
    [InlineData("Production", 0)]
    public async Task Start_TemplateWithANameThatDoesNotExist_IsWarnedOfInDevelopment(string environment, int warnings)
    {
        _folder.Write("recent-smokes.liquid", "<ol>\n{% for session in sessions %}<li>{{ sesion.note }}</li>{% endfor %}</ol>");
        await using var site = await StartAsync(environment);
        site.Log.Events.Count(name => name == "template.unknown_name").ShouldBe(warnings);
        var entries = site.Log.Entries.Where(entry => entry.Text.Contains("sesion", StringComparison.Ordinal)).ToList();
        entries.Count.ShouldBe(warnings);
        foreach (var (level, category, text) in entries)
        {
            (level, category).ShouldBe((LogLevel.Warning, "SessionsWidgets"));
            text.ShouldStartWith("recent-smokes:2:37: Unknown variable 'sesion': did you mean 'session'?");
        }
    }

    [Fact]
    public async Task Tag_TemplateChangedInProduction_StaysAsItWasAtTheStart()
    {
        _folder.Write("recent-smokes.liquid", "<p>One</p>");
        await using var site = await StartAsync("Production");
        _folder.Write("recent-smokes.liquid", "<p>Two, and longer</p>");
        (await PageAsync(site)).ShouldBe("<p>One</p>");
    }

    [Theory]
    [InlineData("nowhere", "there is no such folder")]
    [InlineData("texts", "locales/de.json:1:3: it must be a locale file: 'n' is an invalid start of a property name.")]
    [InlineData("wrong", "its name must be lower-case words")]
    public async Task Start_FolderThatCannotBeUsed_StopsTheHostWithTheRemedy(string folder, string message)
    {
        _folder.Write("wrong/Recent Smokes.liquid", "");
        _folder.Write("texts/locales/de.json", "{ nope");
        var error = await Should.ThrowAsync<ParameterException>(
            () => TestSite.StartAsync(settings: ("SessionsWidgets:Templates", Path.Combine(_folder.Path, folder))));
        error.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("SessionsWidgets:Culture")]
    [InlineData("SessionsWidgets:Businesses:uptown:Culture")]
    public async Task Start_LanguageWithoutTexts_StopsTheHostWithTheRemedy(string key)
    {
        (string, string)[] settings =
            [("SessionsWidgets:Templates", _folder.Path), ("SessionsWidgets:Businesses:uptown:BusinessId", "uptown"), (key, "sv-SE")];
        var error = await Should.ThrowAsync<ParameterException>(() => TestSite.StartAsync(settings: settings));
        error.Message.ShouldBe(
            $"{key} is 'sv-SE'; there are texts in: ar, de, en, es, fr, it, ja, nl, pl, pt, ru, tr. "
            + "Others come from a file locales/sv-SE.json in the template folder.");

        var english = File.ReadAllText(RepositoryFiles.PathOf("templates", "locales", "en.json"));
        _folder.Write("locales/sv.json", english.Replace("\"language\": \"en\"", "\"language\": \"sv\"", StringComparison.Ordinal));
        await using var site = await TestSite.StartAsync(settings: settings);
        site.Services.GetRequiredService<WidgetRenderer>().ShouldNotBeNull();
    }

    [Fact]
    public async Task ExtendTemplates_SeveralTimes_AddsAllOfThem()
    {
        _folder.Write("recent-smokes.liquid", "<p title=\"{{ heading | first_word }}\">{% shout heading %}</p>");
        await using var site = await TestSite.StartAsync(
            configure: b => b
                .ExtendTemplates(static t => t.AddFilter(
                    "first_word", static (input, _, _) => new(new StringValue(input.ToStringValue().Split(' ')[0]))))
                .ExtendTemplates(static t => t.AddTags(static parser => parser.RegisterExpressionTag(
                    "shout",
                    static async (value, writer, _, context) =>
                    {
                        await writer.WriteAsync((await value.EvaluateAsync(context)).ToStringValue().ToUpperInvariant());
                        return Completion.Normal;
                    }))),
            settings: ("SessionsWidgets:Templates", _folder.Path));
        (await PageAsync(site)).ShouldBe("<p title=\"Tom\">TOM &amp; JERRY</p>");
    }

    [Fact]
    public async Task ExtendTemplates_TagWithTheNameOfABuiltInOne_StopsTheHost()
    {
        var error = await Should.ThrowAsync<ArgumentException>(() => TestSite.StartAsync(
            configure: static b => b.ExtendTemplates(static t => t.AddTags(
                static parser => parser.RegisterEmptyTag("if", static (_, _, _) => Statement.Normal())))));
        error.Message.ShouldContain("The tag 'if' exists already");
    }

    private Task<TestSite> StartAsync(string environment) =>
        TestSite.StartAsync(environment, settings: ("SessionsWidgets:Templates", _folder.Path));

    private static async Task<string> PageAsync(TestSite site) => (await site.Http.GetStringAsync("/Plain")).Trim();
}
