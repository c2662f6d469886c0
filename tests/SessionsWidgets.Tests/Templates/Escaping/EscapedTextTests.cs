using Fluid.Values;

namespace SessionsWidgets.Tests.Templates;

/// <summary>What <c>escape</c> has encoded is not encoded again, whatever comes between it and the output.</summary>
public class EscapedTextTests
{
    [Theory]
    [InlineData("{{ v | escape | append: '!' }}", "&lt;&amp;&quot;&#39;&gt;!")]
    [InlineData("{{ v | escape | append: v }}", "&lt;&amp;&quot;&#39;&gt;&lt;&amp;&quot;&#39;&gt;")]
    [InlineData("{{ v | prepend: '&' | h | prepend: '&' }}", "&amp;&amp;&lt;&amp;&quot;&#39;&gt;")]
    [InlineData("{{ v | escape | upcase | downcase | capitalize | strip }}", "&lt;&amp;&quot;&#39;&gt;")]
    [InlineData("{{ v | escape | truncate: 4 }}", "&lt;...")]
    [InlineData("{{ v | escape | slice: 1, 2 }}", "&amp;&quot;")]
    [InlineData("{{ v | escape | split: '' | join: ',' }}", "&lt;,&amp;,&quot;,&#39;,&gt;")]
    [InlineData("{{ v | escape | split: '' | reverse | first }}", "&gt;")]
    [InlineData("{{ v | escape | size }}", "5")]
    [InlineData("{{ v | escape | escape_once | escape }}", "&lt;&amp;&quot;&#39;&gt;")]
    [InlineData("{{ v | escape | newline_to_br }}", "&lt;&amp;&quot;&#39;&gt;")]
    [InlineData("{{ v | escape | raw }}", "&lt;&amp;&quot;&#39;&gt;")]
    [InlineData("{{ v | escape | append: '<br>' | raw }}", "&lt;&amp;&quot;&#39;&gt;<br>")]
    [InlineData("{% assign e = v | escape %}{% assign f = e | append: '&' %}{{ f }}", "&lt;&amp;&quot;&#39;&gt;&amp;")]
    [InlineData(
        "{% assign e = v | escape | split: '' %}{% for c in e %}{{ c }}{% endfor %}{{ e }}",
        "&lt;&amp;&quot;&#39;&gt;&lt;&amp;&quot;&#39;&gt;")]
    [InlineData(
        "{% capture c %}{{ v | escape }}{% endcapture %}{{ c }}{{ c | append: '.' }}<a href=\"/?q={{ c }}\">",
        "&lt;&amp;&quot;&#39;&gt;&lt;&amp;&quot;&#39;&gt;.<a href=\"/?q=%3C%26%22%27%3E\">")]
    [InlineData("{% capture c %}<b>{{ v | escape | append: '.' }}</b>{% endcapture %}{{ c }}", "<b>&lt;&amp;&quot;&#39;&gt;.</b>")]
    [InlineData("<p title=\"{{ v | escape | append: v }}\">", "<p title=\"&lt;&amp;&quot;&#39;&gt;&lt;&amp;&quot;&#39;&gt;\">")]
    [InlineData("<textarea>{{ v | escape | append: '.' }}</textarea>", "<textarea>&lt;&amp;&quot;&#39;&gt;.</textarea>")]
    [InlineData("<a href=\"/s/{{ v | escape }}\">", "<a href=\"/s/%3C&amp;%22%27%3E\">")]
    [InlineData("<a href=\"/?q={{ v | escape | append: v }}\">", "<a href=\"/?q=%3C%26%22%27%3E%3C%26%22%27%3E\">")]
    [InlineData("<script type=\"application/json\">[{{ v | escape }}, \"{{ v | escape | append: '.' }}\"]</script>",
        "<script type=\"application/json\">[\"\\u003C\\u0026\\u0022\\u0027\\u003E\", \"\\u003C\\u0026\\u0022\\u0027\\u003E.\"]</script>")]
    [InlineData("{{ v | escape | url_encode }} {{ v | escape | base64_encode }}", "%3C%26%22%27%3E PCYiJz4=")]
    [InlineData("{{ e | escape_once }} {{ e | escape }} {{ e }}", "&lt;&amp;x &amp;lt;&amp;x &amp;lt;&amp;x")]
    [InlineData("{{ e | escape_once | append: e | escape_once }}", "&lt;&amp;x&lt;&amp;x")]
    [InlineData("<p title='{{ e | escape_once | upcase }}'>", "<p title='&LT;&amp;X'>")]
    [InlineData("<a href='/?q={{ e | escape_once }}'>", "<a href='/?q=%3C%26x'>")]
    [InlineData("{{ list | escape | append: '.' }}", "&lt;.")]
    [InlineData("{{ nothing | escape | append: '.' }}{{ 5 | escape | append: '.' }}", ".5.")]
    public void Output_OfWhatWasEscaped_IsEncodedOnce(string template, string expected) =>
        Render.Html(template, ("v", "<&\"'>"), ("e", "&lt;&x"), ("list", Render.List("<"))).ShouldBe(expected);

    [Theory]
    [InlineData("{{ v }}")]
    [InlineData("{{ v | raw }}")]
    [InlineData("<p title=\"{{ v }}\"></p>")]
    [InlineData("<p title='{{ v | append: v | escape }}'></p>")]
    [InlineData("<a href=\"{{ v }}\"></a>")]
    [InlineData("<textarea>{{ v }}</textarea>")]
    [InlineData("{% capture c %}<i>{{ v }}</i>{% endcapture %}{{ c }}")]
    [InlineData("{% capture c %}{{ v }}{% endcapture %}<p title=\"{{ c }}\">{{ c }}</p>")]
    [InlineData("<script type=\"application/json\">{{ v }}</script>")]
    public void Output_OfDataWithStandInsOfItsOwn_IsNeverMarkup(string template)
    {
        var standIns = string.Concat(Enumerable.Range(0xFDD0, 32).Select(code => $"{(char)code}a{(char)code}b=c"));
        var html = Render.Html(template, ("v", standIns));

        html.ShouldNotContain("\ufdd0");
        html.Count(c => c == '<').ShouldBe(Render.Html(template, ("v", "x")).Count(c => c == '<'), html);
        html.Count(c => c is '"' or '\'').ShouldBe(Render.Html(template, ("v", "x")).Count(c => c is '"' or '\''), html);
    }

    [Fact]
    public void Output_OfOtherCharactersWithTheSameFirstByte_IsKept() =>
        Render.Html("{{ v }}", ("v", "ﷺ﷏️ａ<")).ShouldBe("ﷺ﷏️ａ&lt;");

    [Theory]
    [InlineData("{% capture a %}{% capture b %}<b>x</b>{% endcapture %}{{ b }}{% endcapture %}{{ a }}", "<b>x</b>")]
    [InlineData("{% capture b %}<b>x</b>{% endcapture %}{% capture a %}{{ b }}{{ v }}{% endcapture %}{{ a }}", "<b>x</b>&lt;&amp;")]
    [InlineData("{% capture b %}<b>x</b>{% endcapture %}{% assign c = b %}{% capture a %}{% echo c %}{% endcapture %}{{ a }}", "<b>x</b>")]
    [InlineData("{% capture a %}{% liquid\n echo v\n%}{% endcapture %}{{ a }}", "&lt;&amp;")]
    [InlineData(
        "{% capture a %}{% comment %}<b>{% endcomment %}{{ v }}{% endcapture %}{{ a }}<p title=\"{{ a }}\">",
        "&lt;&amp;<p title=\"&lt;&amp;\">")]
    [InlineData("{% capture a %}{{ v | newline_to_br }}{% endcapture %}{{ a }}<p title=\"{{ a }}\">", "&lt;&amp;<p title=\"&lt;&amp;\">")]
    [InlineData(
        "{% capture a %}{{ v | newline_to_br }}{% endcapture %}<script type='application/json'>{{ a }}</script>",
        "<script type='application/json'>\"\\u003C\\u0026\"</script>")]
    public void Capture_OfTextOrMarkup_IsWrittenOnce(string template, string expected) =>
        Render.Html(template, ("v", "<&")).ShouldBe(expected);

    [Theory]
    [InlineData("<p title=\"{{ list }}\">", "<p title=\"&lt;i&gt;&quot; onclick=&quot;x&amp;amp;\">")]
    [InlineData("<textarea>{{ list }}</textarea>", "<textarea>&lt;i&gt;&quot; onclick=&quot;x&amp;amp;</textarea>")]
    [InlineData("{{ list }}", "<i>\" onclick=\"x&amp;amp;")]
    public void Output_OfAListWithHtml_IsEncodedForItsPlace(string template, string expected) =>
        Render.Html(template, ("list", Render.List(new StringValue("<i>\" onclick=\"", encode: false), Render.List("x&amp;"))))
            .ShouldBe(expected);

    [Theory]
    [InlineData("{% capture b %}<b>x</b>{% endcapture %}{% assign c = b %}<p title=\"{{ c }}\">")]
    [InlineData("{% capture b %}<b>x</b>{% endcapture %}{% capture a %}{{ b }}{% endcapture %}<p title=\"{{ a }}\">")]
    [InlineData("{% capture b %}<b>x</b>{% endcapture %}<p title=\"{% echo b %}\">")]
    [InlineData("{% capture b %}{% raw %}<{% endraw %}{% endcapture %}")]
    public void Capture_OfMarkup_CannotStandInAnAttribute(string template) =>
        Render.Error(template).Kind.ShouldBe(TemplateErrorKind.Encoding);
}
