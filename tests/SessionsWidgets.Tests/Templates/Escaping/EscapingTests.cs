namespace SessionsWidgets.Tests.Templates;

public class EscapingTests
{
    [Theory]
    [InlineData("{{ v }}", "<a href='x'>\"&", "&lt;a href=&#39;x&#39;&gt;&quot;&amp;")]
    [InlineData("<p title=\"{{ v }}\">", "\" onclick=\"x", "<p title=\"&quot; onclick=&quot;x\">")]
    [InlineData("{{ v | escape }}", "<&", "&lt;&amp;")]
    [InlineData("{{ v | escape | escape }}", "<&", "&lt;&amp;")]
    [InlineData("{{ v | escape_once }}", "&lt;<", "&lt;&lt;")]
    [InlineData("<p title='{{ v | escape }}'>", "'&", "<p title='&#39;&amp;'>")]
    [InlineData("{{ v | newline_to_br }}", "<\n&", "&lt;<br />\n&amp;")]
    [InlineData("{{ v | raw }}", "<b>", "<b>")]
    [InlineData("{% assign x = v | raw %}{{ x }}", "<b>", "<b>")]
    [InlineData("{{ '<i>' }}", "", "&lt;i&gt;")]
    [InlineData("{% capture c %}<i>{{ v }}</i>{% endcapture %}{{ c }}", "<", "<i>&lt;</i>")]
    [InlineData("{% capture c %}a {{ v }}{% endcapture %}{{ c }}{{ c | size }}", "<", "a &lt;3")]
    [InlineData("{% capture c %}{{ v | escape }}{% endcapture %}<p title=\"{{ c }}\">{{ c }}", "\"<", "<p title=\"&quot;&lt;\">&quot;&lt;")]
    [InlineData("<textarea>{{ v }}</textarea>", "</textarea>", "<textarea>&lt;/textarea&gt;</textarea>")]
    public void Output_InItsPlace_IsEncodedForIt(string template, string value, string expected) =>
        Render.Html(template, ("v", value)).ShouldBe(expected);

    [Theory]
    [InlineData("https://example.com/a?b=1&c=2#d", "https://example.com/a?b=1&amp;c=2#d")]
    [InlineData("http://example.com", "http://example.com")]
    [InlineData("HTTPS://EXAMPLE.COM/", "HTTPS://EXAMPLE.COM/")]
    [InlineData("mailto:jo@example.com", "mailto:jo@example.com")]
    [InlineData("tel:+15550100", "tel:+15550100")]
    [InlineData("/sessions?x=1", "/sessions?x=1")]
    [InlineData("sessions/a b", "sessions/a%20b")]
    [InlineData("?page=2", "?page=2")]
    [InlineData("#top", "#top")]
    [InlineData("/café", "/caf%C3%A9")]
    [InlineData("", "")]
    [InlineData("javascript:alert(1)", "about:invalid")]
    [InlineData("JaVaScRiPt:alert(1)", "about:invalid")]
    [InlineData(" javascript:alert(1)", "about:invalid")]
    [InlineData("java\nscript:alert(1)", "about:invalid")]
    [InlineData("\u0001javascript:alert(1)", "about:invalid")]
    [InlineData("data:text/html,x", "about:invalid")]
    [InlineData("vbscript:x", "about:invalid")]
    [InlineData("//example.com/x", "about:invalid")]
    [InlineData(" //example.com/x", "about:invalid")]
    [InlineData("/\\example.com", "about:invalid")]
    [InlineData("\\\\example.com", "about:invalid")]
    [InlineData("https:example.com", "about:invalid")]
    [InlineData("https:///example.com", "about:invalid")]
    [InlineData("https://user@example.com/", "about:invalid")]
    [InlineData("blob:https://example.com/x", "about:invalid")]
    public void Url_WholeValue_IsCheckedAndEncoded(string url, string expected) =>
        Render.Html("<a href=\"{{ v }}\">", ("v", url)).ShouldBe($"<a href=\"{expected}\">");

    [Theory]
    [InlineData("<a href=\"/{{ v }}\">", "/example.com", "<a href=\"/%2Fexample.com\">")]
    [InlineData("<a href=\"/s/{{ v }}\">", "a/b?c", "<a href=\"/s/a/b?c\">")]
    [InlineData("<a href=\"/s/?q={{ v }}\">", "a&b=c/d", "<a href=\"/s/?q=a%26b%3Dc%2Fd\">")]
    [InlineData("<a href=\"{{ nothing }}{{ v }}\">", "javascript:x", "<a href=\"javascript%3Ax\">")]
    [InlineData("<a href=\"https://{{ v }}/x\">", "a@b", "<a href=\"https://a%40b/x\">")]
    [InlineData("<a href=\"java{{ v }}\">", "script:x", "<a href=\"javascript%3Ax\">")]
    [InlineData("<img srcset=\"{{ v }} 1x, /b/c.png 2x\">", "/a,b c", "<img srcset=\"/a%2Cb%20c 1x, /b/c.png 2x\">")]
    [InlineData("<img srcset=\"/a.png 1x, {{ v }} 2x\">", "javascript:x", "<img srcset=\"/a.png 1x, about:invalid 2x\">")]
    public void Url_AfterStaticText_CannotChangeItsHost(string template, string value, string expected) =>
        Render.Html(template, ("v", value)).ShouldBe(expected);

    [Fact]
    public void Json_InAScriptOfData_IsWrittenAsJson()
    {
        var html = Render.Html(
            "<script type=\"application/ld+json\">{\"a\": {{ text }}, \"b\": \"x {{ text }}\", \"c\": {{ n }}, \"d\": {{ none }}, \"e\": "
            + "{{ list }}}</script>",
            ("text", "</script>\"\u2028"), ("n", 1.5), ("list", Render.List(1, "<", true)));

        html.ShouldBe("<script type=\"application/ld+json\">{\"a\": \"\\u003C/script\\u003E\\u0022\\u2028\", " +
            "\"b\": \"x \\u003C/script\\u003E\\u0022\\u2028\", \"c\": 1.5, \"d\": null, \"e\": [1,\"\\u003C\",true]}</script>");
    }

    [Theory]
    [InlineData("<p class={{ v }}>", "quotes")]
    [InlineData("<p class=a{{ v }}>", "tag, outside")]
    [InlineData("<{{ v }}>", "one piece")]
    [InlineData("<h{{ v }}>", "tag, outside")]
    [InlineData("</{{ v }}>", "one piece")]
    [InlineData("<p {{ v }}>", "tag, outside")]
    [InlineData("<p data-{{ v }}=\"x\">", "tag, outside")]
    [InlineData("<p onclick=\"{{ v }}\">", "Attribute 'onclick'")]
    [InlineData("<p STYLE=\"{{ v }}\">", "Attribute 'STYLE'")]
    [InlineData("<iframe srcdoc=\"{{ v }}\">", "Attribute 'srcdoc'")]
    [InlineData("<meta http-equiv=\"{{ v }}\">", "Attribute 'http-equiv'")]
    [InlineData("<meta content=\"{{ v }}\">", "Attribute 'content'")]
    [InlineData("<input name=\"{{ v }}\">", "Attribute 'name'")]
    [InlineData("<script src=\"{{ v }}\"></script>", "Attribute 'src'")]
    [InlineData("<base href=\"{{ v }}\">", "Attribute 'href'")]
    [InlineData("<link href=\"{{ v }}\">", "Attribute 'href'")]
    [InlineData("<script>{{ v }}</script>", "a script")]
    [InlineData("<script type=\"module\">{{ v }}</script>", "a script")]
    [InlineData("<script type=\"{{ v }}\"></script>", "type of a script")]
    [InlineData("<script type=\"application/{{ none }}json\">{{ v }}</script>", "type of a script")]
    [InlineData("<style>{{ v }}</style>", "style sheet")]
    [InlineData("<noscript>{{ v }}</noscript>", "no markup")]
    [InlineData("<!-- {{ v }} -->", "comment")]
    [InlineData("<!doctype {{ v }}>", "declaration")]
    [InlineData("{% if v %}<p{% else %}<p>{% endif %}", "branches of 'if'")]
    [InlineData("{% if v %}<p title=\"{% endif %}{{ v }}", "branches of 'if'")]
    [InlineData("{% case v %}{% when 1 %}<p {% else %}{% endcase %}", "branches of 'case'")]
    [InlineData("{% for a in v %}<p {% endfor %}", "body of the loop")]
    [InlineData("{% for a in v %}<p {% break %}>{% endfor %}", "leaves in a tag")]
    [InlineData("{% capture c %}<p {% endcapture %}", "body of 'capture'")]
    [InlineData("{% capture c %}<b>{% endcapture %}<p title=\"{{ c }}\">", "captured with markup")]
    [InlineData("<p {% tablerow a in v %}{% endtablerow %}>", "text only")]
    [InlineData("<p {% include v %}>", "text only")]
    [InlineData("<p title=\"{{ v }}", "ends in")]
    [InlineData("<a{% if v %} {% endif %}href=\"{{ v }}\">", "one piece")]
    [InlineData("<a{% if v %}{% endif %}b href=\"{{ v }}\">", "one piece")]
    [InlineData("<p class=a{% if v %}{% endif %}b>", "one piece")]
    [InlineData("<a href=\"javascript:{{ v }}\">", "begins with http")]
    [InlineData("<textarea></text{% if v %}{% endif %}area>", "one piece")]
    [InlineData("<!-- x -{% if v %}{% endif %}->", "one piece")]
    [InlineData("<a href=\"{% if v %}/a/{% endif %}{{ v }}\">", "which part of the URL")]
    [InlineData("<p>{{ v | raw }}</p><p {{ v | raw }}>", "tag, outside")]
    public void Compile_OutputWhereItCannotBeSafe_SaysWhereAndWhatToDo(string template, string part)
    {
        var error = Render.Error(template);

        error.Kind.ShouldBe(TemplateErrorKind.Encoding);
        error.Message.ShouldContain(part);
    }

    [Theory]
    [InlineData("<div{% if v %} class=\"b\"{% endif %}>", "<div class=\"b\">")]
    [InlineData("<div {% if v %}hidden{% else %}class='x'{% endif %} id=\"{{ v }}\">", "<div hidden id=\"1\">")]
    [InlineData("<p class=\"a{% if v %} b{% else %} c{% endif %}\">", "<p class=\"a b\">")]
    [InlineData("<p class=\"{% for x in (1..3) %}a{{ x }} {% endfor %}\">", "<p class=\"a1 a2 a3 \">")]
    [InlineData("<input {% if v %}checked{% endif %}>", "<input checked>")]
    [InlineData("1 < 2 {{ v }} a<b", "1 < 2 1 a<b", true)]
    [InlineData("<script>if (a < b) { c(\"</p>\") }</script>{{ v }}", "<script>if (a < b) { c(\"</p>\") }</script>1")]
    [InlineData("<style>p > a { }</style><p>{{ v }}", "<style>p > a { }</style><p>1")]
    [InlineData("<!-- > --><p>{{ v }}", "<!-- > --><p>1")]
    [InlineData("<SCRIPT TYPE='application/json'>{{ v }}</Script >{{ v }}", "<SCRIPT TYPE='application/json'>1</Script >1")]
    [InlineData("<a href='{{ v }}' title = \"{{ v }}\"/>{{ v }}", "<a href='1' title = \"1\"/>1")]
    [InlineData("{% if v %}<a href=\"/x\">{% endif %}{{ v }}{% if v %}</a>{% endif %}", "<a href=\"/x\">1</a>")]
    public void Compile_PlacesThatAreSafe_Render(string template, string expected, bool openEnd = false)
    {
        if (openEnd) template += ">";
        Render.Html(template, ("v", 1)).ShouldBe(openEnd ? expected + ">" : expected);
    }

    [Fact]
    public void Compile_RawInAnUntrustedTemplate_IsRefused() =>
        Render.Error(
            "<p>{{ v | raw }}", engine: Render.Engine(allowRaw: false)).Message.ShouldBe("Filter 'raw' is not allowed in this template.");

    [Fact]
    public void RawUses_OfATemplateAndItsPartials_AreListed()
    {
        var partials = new Dictionary<string, string> { ["b/c"] = "{{ x | raw }}" };

        var template = Render.Compile("<p>\n {{ a | raw }}{% render 'b/c' %}", partials);

        template.RawUses.Select(use => (use.Template, use.Line, use.Column)).ShouldBe([("test", 2, 9), ("b/c", 1, 8)]);
        template.Partials.ShouldBe(["b/c"]);
    }

    [Fact]
    public void Compile_PartialInTwoPlaces_IsEncodedForEach()
    {
        var partials = new Dictionary<string, string> { ["u"] = "{{ u }}" };

        Render.Html("<a href=\"{% render 'u', u: v %}\">{% render 'u', u: v %}</a>", partials, ("v", "javascript:<"))
            .ShouldBe("<a href=\"about:invalid\">javascript:&lt;</a>");
    }
}
