using Fluid;
using Fluid.Ast;
using Fluid.Values;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Rendering.Fragments;

/// <summary>Which widgets are kept: those that would be rendered the same.</summary>
public class RepeatableFragmentTests
{
    [Theory]
    [InlineData("{{ sessions.size }}", true)]
    [InlineData("{{ sessions[0].created_at }}", true)]
    [InlineData("{{ sessions[0].note }}", true)]
    [InlineData("{{ sessions[0].created_at | date: '%Y' }}", true)]
    [InlineData("{{ sessions[0].created_at | localized_date }}", true)]
    [InlineData("{{ 'now' | date: '%H:%M' }}", false)]
    [InlineData("{{ 'today' | date: '%H:%M' }}", false)]
    [InlineData("{{ 1 | plain }}", false)]
    [InlineData("{% if 1 == 2 %}{{ 1 | plain }}{% endif %}", true)]
    [InlineData("{{ 1 | same }}", true)]
    [InlineData("{{ 1 | year }}", false)]
    [InlineData("{% plainly %}", false)]
    [InlineData("{% evenly %}", true)]
    [InlineData("{% frame %}{% endframe %}", false)]
    [InlineData("{% panel %}{{ 1 | plain }}{% endpanel %}", false)]
    [InlineData("{% panel %}x{% endpanel %}", true)]
    [InlineData("{% render 'partials/own' %}", false)]
    public async Task RenderAsync_Template_IsKeptWhereItDependsOnItsInputAlone(string template, bool isKept)
    {
        using var site = new KeptFragments(extend: Extend, reload: true);
        site.Folder.Write("partials/own.liquid", "{{ 1 | plain }}");
        site.Folder.Write("recent-smokes.liquid", template);
        var first = await site.KeepAsync();
        first.Origin.ShouldBe(FragmentOrigin.Fresh);
        ReferenceEquals(await site.RenderAsync(), first).ShouldBe(isKept);
        site.Renderer.Fragments.ShouldBe(isKept ? 1 : 0);
    }

    public static TheoryData<string, bool> Plans => new()
    {
        { "queries", true },
        { "queries and today", true },
        { "queries and now", false },
        { "queries and now, until", true },
        { "elsewhere", false },
        { "elsewhere, until", true },
        { "nothing", false },
        { "staff", false },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task RenderAsync_WidgetOfTheHost_IsKeptWhereItsDataAreDeclared(string kind, bool isKept)
    {
        var start = new ManualClock().GetUtcNow();
        var definition = new WidgetDefinition<House>("house-stats", [], (_, context) => PlanOf(kind, context, start))
        {
            Audience = kind == "staff" ? WidgetAudience.Staff : WidgetAudience.Everyone,
            Describe = members => members.Add<HouseModel>(m => m.Member("text", h => h.Text)),
        };
        using var site = new KeptFragments(widgets: [definition], reload: true);
        site.Folder.Write("house-stats.liquid", "{{ text }}");
        var first = await site.KeepAsync(new House());
        first.Origin.ShouldBe(FragmentOrigin.Fresh);
        ReferenceEquals(await site.RenderAsync(new House()), first).ShouldBe(isKept);
        site.Clock.Advance(TimeSpan.FromSeconds(10));
        // "Until" is five seconds from the start.
        ReferenceEquals(await site.RenderAsync(new House()), first).ShouldBe(isKept && !kind.Contains("until", StringComparison.Ordinal));
    }

    private static WidgetPlan PlanOf(string kind, WidgetContext context, DateTimeOffset start)
    {
        var sessions = WidgetQuery.Sessions(new SessionQuery());
        var until = kind.EndsWith("until", StringComparison.Ordinal) ? start + TimeSpan.FromSeconds(5) : DateTimeOffset.MaxValue;
        return kind switch
        {
            "queries" or "staff" => sessions.ToModel(page => new HouseModel($"{page.Sessions.Count}", until)),
            "queries and today" => sessions.ToModel(_ => new HouseModel($"{context.Today}", until)),
            "nothing" => new WidgetPlan([], _ => new HouseModel("", until)),
            _ when kind.StartsWith("queries", StringComparison.Ordinal) =>
                sessions.ToModel(_ => new HouseModel($"{context.Now}", until)),
            _ => new WidgetPlan([sessions], (_, _) => ValueTask.FromResult<WidgetModel?>(new HouseModel("", until))),
        };
    }

    private static void Extend(TemplateExtensions templates) => templates
        .AddFilter("plain", static (input, _, _) => new(input))
        .AddFilter("same", static (input, _, _) => new(input), isDeterministic: true)
        .AddFilter(
            "year", static (_, _, context) => new(NumberValue.Create(TemplateRenderContext.Of(context).Now.Year)), isDeterministic: true)
        .AddTags(parser => parser.RegisterEmptyTag("plainly", static (_, _, _) => new(Completion.Normal)))
        .AddTags(parser => parser.RegisterEmptyTag("evenly", static (_, _, _) => new(Completion.Normal)), isDeterministic: true)
        .AddHtmlTags(parser => parser.RegisterEmptyBlock(
            "frame", static (statements, writer, encoder, context) => statements.RenderStatementsAsync(writer, encoder, context)))
        .AddHtmlTags(
            parser => parser.RegisterEmptyBlock(
                "panel", static (statements, writer, encoder, context) => statements.RenderStatementsAsync(writer, encoder, context)),
            isDeterministic: true);

    private sealed record House : Widget;

    private sealed class HouseModel(string text, DateTimeOffset until) : WidgetModel
    {
        public override DateTimeOffset FreshUntil => until;

        public string Text => text;
    }
}
