using Fluid.Ast;
using Fluid.Values;

namespace SessionsWidgets.Tests.Templates;

/// <summary>What templates name and what does not exist.</summary>
public class NameCheckTests
{
    private static readonly TemplateMembers Members = new(WidgetCatalog.BuiltIn);

    [Fact]
    public void Check_BuiltInTemplates_NameNothingUnknown() => Unknown().ShouldBeEmpty();

    [Fact]
    public void Check_EachBuiltInTemplateWithAMisspeltVariable_FindsIt()
    {
        foreach (var name in BuiltInTemplates.Names)
        {
            var error = Unknown((name, BuiltInTemplates.Find(name) + "{{ missspelt_name }}")).ShouldHaveSingleItem(name);
            error.Template.ShouldBe(name);
            error.Message.ShouldStartWith("Unknown variable 'missspelt_name'");
        }
    }

    [Theory]
    [InlineData("{% for session in sessions %}\n  {{ sesion.user.nam }}{% endfor %}", 2, 6, "variable 'sesion': did you mean 'session'?")]
    [InlineData(
        "{% for session in sessions %}{{ session.user.nam }}{% endfor %}", 1, 46,
        "member of 'session.user' 'nam': did you mean 'display_name'?")]
    [InlineData("{% for s in sesions %}{{ s.note }}{% endfor %}", 1, 13, "variable 'sesions': did you mean 'sessions'?")]
    [InlineData("{% for s in sessions %}{{ forloop.indx }}{% endfor %}", 1, 35, "member of 'forloop' 'indx': did you mean 'index'?")]
    [InlineData("{% for session in sessions %}{% endfor %}{{ session.note }}", 1, 45, "variable 'session': did you mean 'sessions'?")]
    [InlineData(
        "{% for s in sessions limit: limt %}{% assign limit = 2 %}{% endfor %}", 1, 29, "variable 'limt': did you mean 'limit'?")]
    [InlineData("{% assign u = sessions.first.user %}{{ u.initals }}", 1, 42, "member of 'u' 'initals': did you mean 'initials'?")]
    [InlineData("{% assign u = sessions[0].user %}{{ u['avatar_ur'] }}", 1, 40, "member of 'u' 'avatar_ur': did you mean 'avatar_url'?")]
    [InlineData("{{ sessions.first.user.display_name.display }}", 1, 37, "member of 'sessions.first.user.display_name' 'display'.")]
    [InlineData("{% if heding %}x{% endif %}", 1, 7, "variable 'heding': did you mean 'heading'?")]
    [InlineData("{% if id %}{% elsif heading and lable %}x{% endif %}", 1, 33, "variable 'lable': did you mean 'label'?")]
    [InlineData("{% unless show_heding == true %}x{% endunless %}", 1, 11, "variable 'show_heding': did you mean 'show_heading'?")]
    [InlineData("{% case layuot %}{% when 'grid' %}x{% endcase %}", 1, 9, "variable 'layuot': did you mean 'layout'?")]
    [InlineData("{% case layout %}{% when dats %}x{% endcase %}", 1, 26, "variable 'dats': did you mean 'dates'?")]
    [InlineData("{{ heading | append: labl }}", 1, 22, "variable 'labl': did you mean 'label'?")]
    [InlineData("{{ 'smokes' | t: count: sesions.size }}", 1, 25, "variable 'sesions': did you mean 'sessions'?")]
    [InlineData("{{ sessions | map: 'raing' | join }}", 1, 15, "member of the items of 'map' 'raing': did you mean 'rating'?")]
    [InlineData(
        "{% assign lit = sessions | where: 'in_progres' %}{{ lit.size }}", 1, 28,
        "member of the items of 'where' 'in_progres': did you mean 'in_progress'?")]
    [InlineData("{% assign s = sessions | sort: 'rating' | last %}{{ s.noted }}", 1, 55, "member of 's' 'noted': did you mean 'note'?")]
    [InlineData("{% capture c %}{{ headin }}{% endcapture %}{{ c }}", 1, 19, "variable 'headin': did you mean 'heading'?")]
    [InlineData("{{ sessions.length }}", 1, 13, "member of 'sessions' 'length': did you mean 'size'?")]
    [InlineData("{{ sessions.total }}", 1, 13, "member of 'sessions' 'total'. There are: first, last, size.")]
    [InlineData("{{ heading.words }}", 1, 12, "member of 'heading' 'words'. There are: size.")]
    [InlineData("{% for i in (1..page_size) %}{{ i }}{% endfor %}", 1, 17, "variable 'page_size'. There are: all_url, class, dates,")]
    [InlineData("{% cycle headng, 'b' %}", 1, 10, "variable 'headng': did you mean 'heading'?")]
    [InlineData("{% liquid\n  echo hedding\n%}", 2, 8, "variable 'hedding': did you mean 'heading'?")]
    [InlineData("{{ sessions[postion].note }}", 1, 13, "variable 'postion'. There are:")]
    [InlineData("<table>{% tablerow s in sesions %}x{% endtablerow %}</table>", 1, 8, "variable 'sesions': did you mean 'sessions'?")]
    [InlineData("{% render 'partials/rating', rating: sesions %}", 1, 38, "variable 'sesions': did you mean 'sessions'?")]
    [InlineData(
        "{% render 'partials/rating', ratng: 5 %}", 1, 1, "argument of 'partials/rating' 'ratng': did you mean 'rating'?")]
    public void Check_UnknownName_IsFoundWithItsPlace(string template, int line, int column, string message)
    {
        var error = Unknown(("recent-smokes", template)).ShouldHaveSingleItem();
        error.Message.ShouldStartWith($"Unknown {message}");
        (error.Kind, error.Template, error.Line, error.Column).ShouldBe((TemplateErrorKind.UnknownName, "recent-smokes", line, column));
    }

    [Theory]
    [InlineData("partials/avatar", "{{ user.nam }}", "member of 'user' 'nam': did you mean 'display_name'?")]
    [InlineData("partials/rating", "{{ ratng }}", "variable 'ratng': did you mean 'rating'?")]
    [InlineData("partials/cigar-name", "{{ cigar.nme }}", "member of 'cigar' 'nme': did you mean 'name'?")]
    [InlineData(
        "partials/duration", "{% if session.in_progres %}x{% endif %}", "member of 'session' 'in_progres': did you mean 'in_progress'?")]
    [InlineData("partials/guest-count", "{{ count.vale }}", "member of 'count' 'vale': did you mean 'value'?")]
    [InlineData("fallback", "{{ headng }}", "variable 'headng': did you mean 'heading'?")]
    [InlineData("wifi-time", "{{ secnds }}", "variable 'secnds': did you mean 'seconds'?")]
    [InlineData("guest-visits", "{% for d in days %}{{ d.visits.vlue }}{% endfor %}", "member of 'd.visits' 'vlue': did you mean 'value'?")]
    [InlineData("cigar-cards", "{% for c in cigars %}{{ c.smoke }}{% endfor %}", "member of 'c' 'smoke': did you mean 'smokes'?")]
    [InlineData("guest-sessions", "{{ sessions.first.details.mc }}", "member of 'sessions.first.details' 'mc': did you mean 'mac'?")]
    public void Check_UnknownNameOfOtherTemplatesAndPartials_IsFoundByItsModel(string name, string template, string message) =>
        Unknown((name, template))
            .Select(error => $"{error.Template}: {error.Message}")
            .ShouldContain(m => m.StartsWith($"{name}: Unknown {message}", StringComparison.Ordinal));

    [Fact]
    public void Check_PartialThatIsIncludedOrRenderedForEach_KnowsWhatItIsGiven()
    {
        Unknown(
            ("recent-smokes", "{% include 'partials/who', who: sessions.first.user %}{% render 'partials/row' for sessions as row %}"),
            ("partials/who", "{{ who.tnt }}{{ headng }}"),
            ("partials/row", "{{ forloop.index }}{{ row.notes }}"))
            .Select(error => $"{error.Template}:{error.Line}:{error.Column}: {error.Message}")
            .ShouldBe(
            [
                "partials/row:1:27: Unknown member of 'row' 'notes': did you mean 'note'?",
                "partials/who:1:8: Unknown member of 'who' 'tnt': did you mean 'tint'?",
                "partials/who:1:17: Unknown variable 'headng': did you mean 'heading'?",
            ]);
    }

    [Theory]
    [InlineData("{% for s in sessions %}{% if seen %}x{% endif %}{% assign seen = true %}{% endfor %}")]
    [InlineData("{% if id %}{% assign title = label %}{% else %}{% capture title %}x{% endcapture %}{% endif %}{{ title }}")]
    [InlineData("{% assign best = nil %}{% for s in sessions %}{% assign best = s %}{% endfor %}{{ best.rating }}")]
    [InlineData("{% assign one = sessions.first.user %}{% if id %}{% assign one = sessions.first.cigar %}{% endif %}{{ one.name }}")]
    [InlineData("{% for s in sessions limit: 1 %}{{ s.id }}{% endfor %}{% for s in sessions offset: continue %}{{ s.id }}{% endfor %}")]
    [InlineData("{% for s in sessions %}{% for t in s.user.initials %}{{ forloop.parentloop.index }}{{ t.size }}{% endfor %}{% endfor %}")]
    [InlineData("{% if sessions == empty or heading == blank or id == nil %}x{% endif %}")]
    [InlineData("{% assign note = sessions.first.note | default: '' | upcase %}{{ note.size }}")]
    [InlineData("{% assign words = heading | split: ' ' %}{% for word in words %}{{ word.size }}{% endfor %}{{ words.first.size }}")]
    [InlineData("{% for i in (1..3) %}{{ i }}{% increment counter %}{% endfor %}")]
    [InlineData("<table>{% tablerow s in sessions %}{{ tablerowloop.col }}{% endtablerow %}</table>")]
    [InlineData("{{ sessions.first['user']['display_name'] }}{{ sessions[0].cigar.name }}{{ sessions[dates].user.tint }}")]
    [InlineData("{% assign names = sessions | map: 'user' | map: 'display_name' | uniq | join: ', ' %}{{ names.size }}")]
    [InlineData("{% for s in sessions reversed %}{% assign s = s.cigar %}{{ s.name }}{% endfor %}")]
    [InlineData("{% include heading %}{{ whatever_it_sets }}")]
    [InlineData("{% comment %}{{ sesion.nam }}{% endcomment %}{% raw %}{{ sesion.nam }}{% endraw %}")]
    [InlineData("{% render 'partials/cigar-link', cigar: sessions.first.cigar, with_brand: true, more: 1 %}")]
    public void Check_WhatExists_IsNotFound(string template) => Unknown(("recent-smokes", template)).ShouldBeEmpty();

    [Fact]
    public void Check_PartialWithOptionalArguments_KnowsThoseOfAllCalls() =>
        Unknown(
            ("session-card", "{% render 'partials/box', title: heading %}"),
            ("recent-smokes", "{% render 'partials/box', title: heading, person: sessions.first.user %}"),
            ("cigar-cards", "{% render 'partials/box', title: heading, person: cigars.first %}"),
            ("partials/box", "{{ title }}{% if person.smokes %}{{ person.name }}{% else %}{{ person.display_name }}{% endif %}"))
            .ShouldBeEmpty();

    [Fact]
    public void Check_ArgumentThatIsMisspeltInThePartial_IsOneError() =>
        Unknown(
            ("recent-smokes", "{% render 'partials/box', title: heading %}"),
            ("partials/box", "{{ titel }}"))
            .ShouldHaveSingleItem().Template.ShouldBe("partials/box");

    [Fact]
    public void Check_PartialThatCallsItself_Ends() =>
        Unknown(
            ("recent-smokes", "{% render 'partials/again', list: sessions %}"),
            (
                "partials/again",
                "{% assign rest = list | map: 'user' %}{% if id %}{% render 'partials/again', list: rest, id: 1 %}{% endif %}{{ lst }}"))
            .ShouldHaveSingleItem().Message.ShouldBe("Unknown variable 'lst': did you mean 'list'?");

    [Fact]
    public void Check_TemplateThatIsBroken_IsLeftToTheCompiler() =>
        Unknown(("recent-smokes", "{% if headng %}"), ("cigar-cards", "{{ headng }}"))
            .ShouldHaveSingleItem().Template.ShouldBe("cigar-cards");

    [Fact]
    public void Check_TagsAndFiltersOfTheHost_MaySetVariablesAndGiveAnything()
    {
        var extensions = new TemplateExtensions()
            .AddFilter("enrich", static (input, _, _) => new(input))
            .AddTags(static parser => parser.RegisterIdentifierTag("load", static (name, _, _, context) =>
            {
                context.SetValue(name, NilValue.Instance);
                return new(Completion.Normal);
            }));

        Unknown(extensions, ("recent-smokes", "{% load weather %}{{ weather.sky }}{{ sessions.first.note.more }}"))
            .ShouldHaveSingleItem().Message.ShouldStartWith("Unknown member of 'sessions.first.note' 'more'");
        Unknown(extensions, ("recent-smokes", "{% assign rich = sessions.first | enrich %}{{ rich.anything }}")).ShouldBeEmpty();
    }

    [Fact]
    public void Check_WidgetsOfTheHost_KnowsTheirModels()
    {
        var templates = Set(null, ("house-stats", "{{ smoks }}{{ top.display_nam }}{{ heading }}"));
        var widget = new WidgetDefinition<HouseStats>(
            "house-stats", [], static (_, _) => new WidgetPlan([], static _ => new HouseStatsModel()))
        {
            Describe = static members => members
                .AddPart<SessionUser>(static user => user.Member("display_name", static u => u.DisplayName))
                .Add<HouseStatsModel>(static model => model.Member("smokes", static _ => 1L).Model("top", static m => m.Top)),
        };

        new TemplateMembers(new WidgetCatalog([widget])).FindUnknownNames(templates).Select(error => error.Message).ShouldBe(
        [
            "Unknown variable 'smoks': did you mean 'smokes'?",
            "Unknown member of 'top' 'display_nam': did you mean 'display_name'?",
        ]);
        Members.FindUnknownNames(templates).ShouldBeEmpty("the widget is not known there");
    }

    private static IReadOnlyList<TemplateError> Unknown(params (string Name, string Text)[] own) => Unknown(null, own);

    private static IReadOnlyList<TemplateError> Unknown(TemplateExtensions? extensions, params (string Name, string Text)[] own) =>
        Of(Set(extensions, own), own.Length == 0);

    /// <summary>What is unknown in the templates of the host, or in all.</summary>
    private static IReadOnlyList<TemplateError> Of(TemplateSet templates, bool all) =>
        [.. Members.FindUnknownNames(templates).Where(error => all || templates.IsOwn(error.Template))];

    private static TemplateSet Set(TemplateExtensions? extensions, params (string Name, string Text)[] own) =>
        new(new TemplateEngine(extensions), new TemplateFolder(own.ToDictionary(o => o.Name, o => o.Text), []));

    private sealed record HouseStats : Widget;

    private sealed class HouseStatsModel : WidgetModel
    {
        public SessionUser? Top { get; init; }
    }
}
