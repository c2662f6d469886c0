using System.Buffers;
using System.Text;

namespace SessionsWidgets.Liquid.Tests;

public class EmbeddingTests
{
    private static readonly LiquidModels Models = new LiquidModels()
        .Add<Page>(model => model
            .Member("heading", page => page.Heading)
            .List("sessions", page => page.Sessions))
        .Add<Visit>(model => model
            .Member("created_at", visit => visit.CreatedAt)
            .Member("rating", visit => visit.Rating)
            .Member("minutes", visit => visit.Minutes)
            .Model("user", visit => visit.User))
        .Add<Guest>(model => model.Member("display_name", guest => guest.DisplayName));

    private static readonly Page Sample = new("Recent smokes", [
        new Visit(Settings.Now.AddHours(-2), 4.5, 70, new Guest("Jo <b> Example")),
        new Visit(Settings.Now.AddHours(-5), null, 35, new Guest("Zoë E.")),
    ]);

    private static LiquidOptions Options => new()
    {
        Filters = [new AgeFilter()],
        Loader = new DictionaryTemplateLoader(new Dictionary<string, string>
        {
            ["partials/rating"] = "{% if rating %}<b>{{ rating }}</b>{% endif %}",
        }),
        StrictVariables = true,
    };

    [Fact]
    public void Render_RegisteredModels_ShowsTheirMembersEncoded()
    {
        var template = LiquidTemplate.Parse(
            "<h2>{{ heading }}</h2>{% for s in sessions %}<p>{{ s.user.display_name }}: {{ s.created_at | age }}, {{ s.minutes }} " +
            "{% render 'partials/rating', rating: s.rating %}</p>{% endfor %}",
            "recent",
            Options);

        var html = template.Render(Models.Value(Sample), Settings.Standard with { State = "ago" });

        html.ShouldBe("<h2>Recent smokes</h2><p>Jo &lt;b&gt; Example: 120 min ago, 70 <b>4.5</b></p><p>Zoë E.: 300 min ago, 35 </p>");
    }

    [Fact]
    public void Render_FilterLowersFreshUntil_IsInTheResult()
    {
        var template = LiquidTemplate.Parse("{{ sessions[0].created_at | age }}", "recent", Options);

        var result = template.Render(new ArrayBufferWriter<byte>(), Models.Value(Sample), Settings.Standard with { State = "ago" });

        result.FreshUntil.ShouldBe(Settings.Now.AddMinutes(1));
        result.BytesWritten.ShouldBe("120 min ago".Length);
    }

    [Fact]
    public void Render_IntoAReusedBuffer_AllocatesNothing()
    {
        var template = LiquidTemplate.Parse(
            "{% for s in sessions %}<p>{{ s.user.display_name }} {{ s.rating }} {{ s.created_at | date: '%d %b' }} {{ s.created_at | age }}" +
            "{% capture x %}{{ s.minutes }}{% endcapture %}{{ x }}{% if s.minutes > 40 and forloop.first %}long{% endif %}" +
            "{% render 'partials/rating', rating: s.rating %}</p>{% endfor %}",
            "recent",
            Options);
        var output = new ArrayBufferWriter<byte>(1 << 16);
        var settings = Settings.Standard with { State = "ago" };
        var model = Models.Value(Sample);
        for (var i = 0; i < 200; i++) Render();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) Render();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Render()
        {
            output.ResetWrittenCount();
            template.Render(output, model, settings);
        }
    }

    [Fact]
    public void Render_UnknownMemberInStrictMode_SuggestsTheNearest()
    {
        var template = LiquidTemplate.Parse("<p>\n  {{ sessions[0].user.displayname }}</p>", "recent", Options);

        var error = Should.Throw<LiquidException>(() => template.Render(Models.Value(Sample), Settings.Standard));

        error.Message.ShouldBe("recent:2:23: Unknown member 'displayname': did you mean 'display_name'?\n" +
            "    {{ sessions[0].user.displayname }}</p>\n" + new string(' ', 24) + "^");
    }

    private sealed class AgeFilter : ILiquidFilter
    {
        public string Name => "age";

        public LiquidParameters Parameters => new(0, 1) { Named = ["unit"] };

        public LiquidValue Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
        {
            if (!input.TryGetDate(out var date)) return LiquidValue.Nil;
            context.LowerFreshUntil(context.Now.AddMinutes(1));
            var text = context.BeginText();
            text.Append((long)(context.Now - date).TotalMinutes);
            text.Append(" min "u8);
            text.Append((string?)context.State);
            return text.Build();
        }
    }

    private sealed record Page(string Heading, IReadOnlyList<Visit> Sessions);

    private sealed record Visit(DateTimeOffset CreatedAt, double? Rating, int Minutes, Guest User);

    private sealed record Guest(string DisplayName);
}
