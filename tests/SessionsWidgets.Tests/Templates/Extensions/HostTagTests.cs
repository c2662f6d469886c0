using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace SessionsWidgets.Tests.Templates;

/// <summary>A host's own tags and blocks.</summary>
public class HostTagTests
{
    private static readonly TemplateEngine Engine = Render.Engine(new TemplateExtensions()
        .AddTags(static parser =>
        {
            parser.RegisterExpressionTag("shout", static async (value, writer, _, context) =>
            {
                await writer.WriteAsync((await value.EvaluateAsync(context)).ToStringValue() + "<!>");
                return Completion.Normal;
            });
            parser.RegisterEmptyTag("year", static async (writer, encoder, context) =>
            {
                await writer.WriteAsync(encoder.Encode($"<{TemplateRenderContext.Of(context).Now.Year}>"));
                return Completion.Normal;
            });
            parser.RegisterIdentifierTag("flag", static async (name, writer, _, context) =>
            {
                context.SetValue(name, new StringValue($"<{name}>"));
                await writer.WriteAsync(name);
                return Completion.Normal;
            });
            parser.RegisterExpressionBlock("twice", static async (value, statements, writer, encoder, context) =>
            {
                await writer.WriteAsync((await value.EvaluateAsync(context)).ToStringValue());
                await statements.RenderStatementsAsync(writer, encoder, context);
                return await statements.RenderStatementsAsync(writer, encoder, context);
            });
        })
        .AddHtmlTags(static parser =>
        {
            parser.RegisterExpressionTag("bold", static async (value, writer, encoder, context) =>
            {
                await writer.WriteAsync($"<b>{encoder.Encode((await value.EvaluateAsync(context)).ToStringValue())}</b>");
                return Completion.Normal;
            });
            parser.RegisterEmptyBlock("box", static async (statements, writer, encoder, context) =>
            {
                await writer.WriteAsync("<div>");
                var completion = await statements.RenderStatementsAsync(writer, encoder, context);
                await writer.WriteAsync("</div>");
                return completion;
            });
            parser.RegisterEmptyBlock("aside", static async (statements, writer, encoder, context) =>
            {
                // A writer of the block's own.
                using var text = new StringWriter();
                var completion = await statements.RenderStatementsAsync(text, encoder, context);
                await writer.WriteAsync($"<aside>{text}</aside>");
                return completion;
            });
        }));

    private static readonly Dictionary<string, string> Partials = new()
    {
        ["shouting"] = "<i title=\"{% shout v %}\">{% shout v %}</i>",
        ["boxed"] = "{% box %}{{ v }}{% flag x %}{{ x }}{% endbox %}",
        ["seen"] = "[{{ x }}{% flag x %}]",
    };

    [Theory]
    [InlineData("{% shout v %}", "&lt;&amp;&quot;&lt;!&gt;")]
    [InlineData("<p title=\"{% shout v %}\">", "<p title=\"&lt;&amp;&quot;&lt;!&gt;\">")]
    [InlineData("<a href=\"{% shout u %}\">", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"/?q={% shout v %}\">", "<a href=\"/?q=%3C%26%22%3C%21%3E\">")]
    [InlineData("<script type=\"application/json\">[{% shout v %}, \"{% shout v %}\"]</script>",
        "<script type=\"application/json\">[\"\\u003C\\u0026\\u0022\\u003C!\\u003E\", \"\\u003C\\u0026\\u0022\\u003C!\\u003E\"]</script>")]
    [InlineData("{% liquid\n shout v\n%}", "&lt;&amp;&quot;&lt;!&gt;")]
    [InlineData("{% year %}<p title='{% year %}'>", "&lt;2026&gt;<p title='&lt;2026&gt;'>")]
    [InlineData("{% flag on %}{{ on }}<p title='{{ on }}'>", "on&lt;on&gt;<p title='&lt;on&gt;'>")]
    [InlineData("{% twice v %}{{ v }}<br>{% endtwice %}", "&lt;&amp;&quot;&lt;&amp;&quot;&lt;br&gt;&lt;&amp;&quot;&lt;br&gt;")]
    [InlineData(
        "<p title='{% twice v %}{% if v %}{{ v }}{% endif %}{% endtwice %}'>", "<p title='&lt;&amp;&quot;&lt;&amp;&quot;&lt;&amp;&quot;'>")]
    [InlineData("{% bold v %}", "<b>&lt;&amp;&quot;</b>")]
    [InlineData(
        "{% box %}<i title='{{ v }}'>{% for c in (1..2) %}{{ v }}{% endfor %}</i>{% endbox %}",
        "<div><i title='&lt;&amp;&quot;'>&lt;&amp;&quot;&lt;&amp;&quot;</i></div>")]
    [InlineData(
        "{% box %}{% box %}{% shout v %}{% bold v %}{% endbox %}<a href='{{ u }}'></a>{% endbox %}",
        "<div><div>&lt;&amp;&quot;&lt;!&gt;<b>&lt;&amp;&quot;</b></div><a href='about:invalid'></a></div>")]
    [InlineData("{% aside %}<i>{{ v }}</i>{% assign w = 'é' %}{{ w }}{% endaside %}", "<aside><i>&lt;&amp;&quot;</i>é</aside>")]
    [InlineData(
        "{% render 'shouting', v: v %}{% include 'shouting' %}",
        "<i title=\"&lt;&amp;&quot;&lt;!&gt;\">&lt;&amp;&quot;&lt;!&gt;</i>"
        + "<i title=\"&lt;&amp;&quot;&lt;!&gt;\">&lt;&amp;&quot;&lt;!&gt;</i>")]
    [InlineData("{% render 'boxed', v: v %}", "<div>&lt;&amp;&quot;x&lt;x&gt;</div>")]
    [InlineData("{% for i in (1..2) %}{% render 'seen' %}{% endfor %}", "[x][x]")]
    [InlineData(
        "{% capture c %}{% shout v %}{% endcapture %}{{ c }}<p title='{{ c }}'>",
        "&lt;&amp;&quot;&lt;!&gt;<p title='&lt;&amp;&quot;&lt;!&gt;'>")]
    [InlineData("{% capture c %}{% bold v %}{% endcapture %}{{ c }}", "<b>&lt;&amp;&quot;</b>")]
    [InlineData(
        "{% twice '' %}{% capture c %}<b>{{ v }}</b>{% endcapture %}{{ c }}{% endtwice %}",
        "&lt;b&gt;&lt;&amp;&quot;&lt;/b&gt;&lt;b&gt;&lt;&amp;&quot;&lt;/b&gt;")]
    [InlineData("{% twice '' %}{% bold v %}{% box %}x{% endbox %}{% endtwice %}", null)]
    [InlineData("{% for i in (1..3) %}{% box %}{{ i }}{% break %}{% endbox %}{% endfor %}.", "<div>1</div>.")]
    [InlineData(
        "<p title='{% for i in (1..3) %}{% twice i %}{% if i == 2 %}{% break %}{% endif %}{% endtwice %}{% endfor %}'>", "<p title='12'>")]
    public void HostTag_InEachPlace_IsEncodedForIt(string template, string? expected)
    {
        var html = Render.Text(Render.Compile(template, Partials, Engine), Render.Map(("v", "<&\""), ("u", "javascript:x")));

        if (expected is not null) html.ShouldBe(expected);
        else html.ShouldNotContain('<');
    }

    [Theory]
    [InlineData("<p title='{% bold v %}'>", "'bold' can stand in text only")]
    [InlineData("<p {% box %}{% endbox %}>", "'box' can stand in text only")]
    [InlineData("<a href=\"{% box %}{% endbox %}\">", "'box' can stand in text only")]
    [InlineData("<textarea>{% bold v %}</textarea>", "'bold' can stand in text only")]
    [InlineData("<script type='application/json'>{% bold v %}</script>", "'bold' can stand in text only")]
    [InlineData("<p {% shout v %}>", "tag, outside")]
    [InlineData("<p onclick=\"{% shout v %}\">", "can hold no output")]
    [InlineData("<script>{% shout v %}</script>", "a script")]
    [InlineData("<style>{% year %}</style>", "style sheet")]
    [InlineData("<!-- {% flag x %} -->", "comment")]
    [InlineData("{% box %}<p title='{% endbox %}'>", "body of 'box'")]
    [InlineData("{% box %}<script>{{ v }}</script>{% endbox %}", "a script")]
    [InlineData("{% box %}{% if v %}<p onclick='{{ v }}'></p>{% endif %}{% endbox %}", "can hold no output")]
    [InlineData("{% box %}<title><b title=\"</title>{{ v }}\"></b>{% endbox %}", "'title' can hold no '<'")]
    [InlineData("{% for i in v %}<p title='{% twice v %}{% break %}{% endtwice %}'>{% endfor %}", "'break' leaves")]
    [InlineData("{% for i in v %}{% box %}<p title='{% break %}'>{% endbox %}{% endfor %}", "'break' leaves")]
    [InlineData("{% capture c %}{% bold v %}{% endcapture %}<p title='{{ c }}'>", "captured with markup")]
    public void HostTag_WhereItCannotBeSafe_IsAnError(string template, string part)
    {
        var error = Render.Error(template, engine: Engine);
        error.Kind.ShouldBe(TemplateErrorKind.Encoding);
        error.Message.ShouldContain(part);
    }

    [Theory]
    [InlineData("if")]
    [InlineData("render")]
    [InlineData("for")]
    [InlineData("cycle")]
    public void AddTags_WithTheNameOfABuiltInOne_IsRefused(string name) =>
        Should.Throw<ArgumentException>(() => Render.Engine(new TemplateExtensions().AddTags(
            parser => parser.RegisterEmptyTag(name, static (_, _, _) => Statement.Normal()))))
            .Message.ShouldStartWith($"The tag '{name}' exists already: give yours another name.");

    [Fact]
    public void AddTags_WithTheNameOfAnotherOfTheHost_IsRefused() =>
        Should.Throw<ArgumentException>(() => Render.Engine(new TemplateExtensions()
            .AddTags(static parser => parser.RegisterEmptyTag("mine", static (_, _, _) => Statement.Normal()))
            .AddHtmlTags(static parser => parser.RegisterEmptyTag("mine", static (_, _, _) => Statement.Normal()))))
            .Message.ShouldContain("exists already");

    [Fact]
    public void HostTag_Misspelt_IsSuggestedWithItsPlace()
    {
        var error = Render.Error("<p>\n  {% shot v %}", engine: Engine);

        error.Message.ShouldBe("Unknown tag 'shot': did you mean 'shout'?");
        (error.Line, error.Column).ShouldBe((2, 3));
    }

    [Fact]
    public void HostTag_ThatFails_IsAnErrorWithItsPlace()
    {
        var engine = Render.Engine(new TemplateExtensions().AddTags(static parser =>
            parser.RegisterEmptyTag("broken", static (_, _, _) => throw new InvalidOperationException("secret"))));

        var error = Should.Throw<TemplateException>(() => Render.Text(Render.Compile("<p>\n {% broken %}", engine: engine), Render.Map()))
            .Errors[0];

        (error.Line, error.Column, error.Message).ShouldBe((2, 2, "A filter or tag failed with InvalidOperationException."));
    }
}
