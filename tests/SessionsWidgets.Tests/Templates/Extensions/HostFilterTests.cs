using Fluid.Values;

namespace SessionsWidgets.Tests.Templates;

/// <summary>A host's own filters.</summary>
public class HostFilterTests
{
    private static readonly TemplateEngine Engine = Render.Engine(new TemplateExtensions()
        .AddFilter("shout", static (input, _, _) => new(new StringValue(input.ToStringValue() + "<!>")))
        .AddFilter(
            "stars",
            static (input, arguments, _) =>
                new(new StringValue(new string('*', (int)input.ToNumberValue()) + arguments["after"].ToStringValue())))
        .AddFilter(
            "bold",
            static (input, _, _) =>
                new(new StringValue($"<b>{System.Net.WebUtility.HtmlEncode(input.ToStringValue())}</b>", encode: false)))
        .AddFilter(
            "letters",
            static (input, _, _) =>
                new(new ArrayValue([.. input.ToStringValue().Select(letter => (FluidValue)new StringValue($"<{letter}>"))])))
        .AddFilter("later", static async (input, _, _) =>
        {
            await Task.Yield();
            return new StringValue($"later: {input.ToStringValue()}");
        })
        .AddFilter("season", static (input, _, context) =>
        {
            var run = TemplateRenderContext.Of(context);
            run.LowerFreshUntil(run.Now.AddDays(1));
            return new(new StringValue($"{input.ToStringValue()} {run.Now.Year} {run.Language} {run.TimeZone.Id}"));
        })
        .AddFilter("set", static (input, _, context) =>
        {
            context.SetValue("seen", input);
            return new(input);
        })
        .AddFilter("note", static (input, _, context) =>
        {
            var text = input.ToStringValue();
            context.AmbientValues["noted"] = context.AmbientValues.TryGetValue("noted", out var before) ? $"{before}{text}" : text;
            return new(new StringValue((string)context.AmbientValues["noted"]));
        })
        .AddFilter("broken", static (_, _, _) => throw new InvalidOperationException("secret"))
        .AddFilter("upcase", static (input, _, _) => new(new StringValue("host's " + input.ToStringValue()))));

    [Theory]
    [InlineData("{{ v | shout }}", "&lt;&amp;&quot;&lt;!&gt;")]
    [InlineData("<p title=\"{{ v | shout }}\">", "<p title=\"&lt;&amp;&quot;&lt;!&gt;\">")]
    [InlineData("<a href=\"/?q={{ v | shout }}\">", "<a href=\"/?q=%3C%26%22%3C%21%3E\">")]
    [InlineData(
        "<script type=\"application/json\">{{ v | shout }}</script>",
        "<script type=\"application/json\">\"\\u003C\\u0026\\u0022\\u003C!\\u003E\"</script>")]
    [InlineData("{{ n | stars: after: '!' }}{{ n | stars | upcase }}", "***!host&#39;s ***")]
    [InlineData("{{ v | bold }}", "<b>&lt;&amp;&quot;</b>")]
    [InlineData("{{ v | bold | append: v }}", "&lt;b&gt;&amp;lt;&amp;amp;&amp;quot;&lt;/b&gt;&lt;&amp;&quot;")]
    [InlineData("<p title='{{ v | bold }}'>", "<p title='&lt;b&gt;&lt;&amp;&quot;&lt;/b&gt;'>")]
    [InlineData("<textarea>{{ v | bold }}</textarea>", "<textarea>&lt;b&gt;&lt;&amp;&quot;&lt;/b&gt;</textarea>")]
    [InlineData(
        "{% capture c %}{{ v | bold }}{% endcapture %}{{ c }}<p title='{{ c }}'>",
        "<b>&lt;&amp;&quot;</b><p title='&lt;b&gt;&lt;&amp;&quot;&lt;/b&gt;'>")]
    [InlineData("{% assign c = v | bold %}{{ c }}<a href='{{ c }}'>", "<b>&lt;&amp;&quot;</b><a href='%3Cb%3E%3C&amp;%22%3C/b%3E'>")]
    [InlineData("{{ 'ab' | letters }}<p title='{{ 'ab' | letters }}'>", "&lt;a&gt;&lt;b&gt;<p title='&lt;a&gt;&lt;b&gt;'>")]
    [InlineData("{{ v | escape | shout }}", "&lt;&amp;&quot;&lt;!&gt;")]
    public void HostFilter_InEachPlace_IsEncodedForIt(string template, string expected) =>
        Render.Text(Render.Compile(template, engine: Engine), Render.Map(("v", "<&\""), ("n", 3))).ShouldBe(expected);

    [Theory]
    [InlineData("set", "[|1][|2]")]
    [InlineData("note", "[1][2]")]
    public void HostFilter_ThatKeepsValuesInItsContext_SeesThemInNoOtherCallOrRender(string filter, string expected)
    {
        var partials = new Dictionary<string, string> { ["part"] = filter == "set" ? "[{{ seen }}|{{ v | set }}]" : "[{{ v | note }}]" };
        var template = Render.Compile("{% for i in (1..2) %}{% render 'part', v: i %}{% endfor %}", partials, Engine);
        for (var i = 0; i < 3; i++) Render.Text(template, Render.Map()).ShouldBe(expected);
    }

    [Fact]
    public async Task HostFilter_ThatWaits_IsWaitedForWhereverItStands()
    {
        var partials = new Dictionary<string, string> { ["part"] = "<i title='{{ v | later }}'>{{ v | later }}</i>" };
        var template = Render.Compile(
            "{% assign x = v | later %}{{ x }}{% capture c %}{{ v | later }}{% endcapture %}{{ c }}{% for i in (1..2) %}"
            + "{{ i | later }}{% endfor %}{% render 'part', v: v %}",
            partials,
            Engine);
        var output = new System.Buffers.ArrayBufferWriter<byte>();

        await template.RenderAsync(output, Render.Map(("v", "<")), Render.Run(), CancellationToken.None);

        System.Text.Encoding.UTF8.GetString(output.WrittenSpan).ShouldBe(
            "later: &lt;later: &lt;later: 1later: 2<i title='later: &lt;'>later: &lt;</i>");
    }

    [Fact]
    public async Task HostFilter_WithTheRun_SeesTimeLanguageAndZoneAndLowersFreshness()
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        var run = Render.Run();

        await Render.Compile("{{ 'Summer' | season }}", engine: Engine).RenderAsync(output, Render.Map(), run, CancellationToken.None);

        System.Text.Encoding.UTF8.GetString(output.WrittenSpan).ShouldBe("Summer 2026 en UTC");
        run.FreshUntil.ShouldBe(Render.Now.AddDays(1));
    }

    [Fact]
    public void HostFilter_ThatFails_IsAnErrorWithItsPlaceAndWithoutItsMessage()
    {
        var error = Should.Throw<TemplateException>(
            () => Render.Text(Render.Compile("<p>\n{{ v | broken }}", engine: Engine), Render.Map())).Errors[0];

        error.Kind.ShouldBe(TemplateErrorKind.Value);
        error.Line.ShouldBe(2);
        error.Message.ShouldBe("A filter or tag failed with InvalidOperationException.");
    }

    [Fact]
    public void HostFilter_Misspelt_IsSuggested() =>
        Render.Error("{{ v | shot }}", engine: Engine).Message.ShouldBe("Unknown filter 'shot': did you mean 'shout'?");

    [Fact]
    public void AddFilter_NamedRaw_IsRefused() =>
        Should.Throw<ArgumentException>(() => new TemplateExtensions().AddFilter("raw", static (input, _, _) => new(input)))
            .Message.ShouldContain("cannot be replaced");
}
