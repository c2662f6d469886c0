namespace SessionsWidgets.Tests.Templates;

/// <summary>Templates in which a browser and a less careful reader would disagree about where an output stands.</summary>
public class AttackTests
{
    private static readonly Dictionary<string, string> Partials = new()
    {
        ["bare"] = " ondrag{% break %} ",
        ["path"] = "{% if v %}{% break %}{% endif %}/a/",
        ["again"] = "{% if v %}{% include 'again' %}{% endif %}start=\"{{ v }}\" ondrag",
        ["brk"] = "{% if v %}{% break %}{% endif %}",
        ["close"] = "{% if v %}{% break %}{% endif %}\">",
        ["text"] = "{{ v }}",
        ["open-svg"] = "<svg>",
        ["open-select"] = "<select>",
    };

    [Theory]
    [InlineData("<!-- a --!><script>-->{{ v }}</script>", "end of a comment")]
    [InlineData("<!-- a --!{% if v %}{% endif %}><script>-->{{ v }}</script>", "end of a comment")]
    [InlineData("<!-->{{ v }}-->", "comment as")]
    [InlineData("<!--->{{ v }}-->", "comment as")]
    [InlineData("<!--{% if v %}>{% endif %}{{ v }}", "comment")]
    [InlineData("<svg><![CDATA[ a><b title=\"]]><script>{{ v }}</script>\">", "CDATA")]
    [InlineData("<svg><![CDA{% if v %}{% endif %}TA[ a><b title=\"]]><script>{{ v }}</script>\">", "CDATA")]
    [InlineData("<svg><style><a onclick=\"/*</style>*/{{ v }}\">", "'style' can hold no '<'")]
    [InlineData("<svg><title><a onclick=\"</title>{{ v }}\">", "'title' can hold no '<'")]
    [InlineData("<svg><title><b title=\"</title><script>{{ v }}</script>\">", "'title' can hold no '<'")]
    [InlineData("<select><title><script></title>{{ v }}</script>", "'title' can hold no '<'")]
    [InlineData("<SELECT><option><title><b title=\"</title>{{ v }}\"></select>", "'title' can hold no '<'")]
    [InlineData("{% render 'open-select' %}<title><b title=\"</title>{{ v }}\">", "'title' can hold no '<'")]
    [InlineData("<svg></select><style>a{}</style>", "does not close")]
    [InlineData("<a href=\"{% if n %}{{ v }}{% endif %}:1\">", "A ':' after an output")]
    [InlineData("<a href=\"{% if n %}{{ v }}{% else %}http{% endif %}://x/\">", "A ':' after an output")]
    [InlineData("<a href=\"{% case n %}{% when 1 %}/a{% else %}{{ v }}{% endcase %}x:alert(1)\">", "A ':' after an output")]
    [InlineData("<a href=\"{% for i in v %}{{ v }}{% endfor %}:1\">", "A ':' after an output")]
    [InlineData("<img srcset=\"{% unless n %}{{ v }}{% endunless %}:1 2x\">", "A ':' after an output")]
    [InlineData("<math><textarea><a onclick=\"</textarea>{{ v }}\">", "'textarea' can hold no '<'")]
    [InlineData("<svg><foreignObject></svg></foreignObject><style>a{}</style>", "does not close")]
    [InlineData("<svg></math><style>a{}</style>", "does not close")]
    [InlineData("{% render 'open-svg' %}<title><b title=\"</title>{{ v }}\">", "'title' can hold no '<'")]
    [InlineData("{% for i in v %}<svg>{% endfor %}", "must end where it began")]
    [InlineData("{% capture c %}<title><b title=\"</title>{{ v }}\"></b>{% endcapture %}<svg>{{ c }}</svg>", "'title' can hold no '<'")]
    [InlineData("<script>/*<!-- <script>*/</script>{{ v }}</script>", "'<!--' in a script")]
    [InlineData("<script>a <!{% if v %}{% endif %}-- <script></script>{{ v }}</script>", "'<!--' in a script")]
    [InlineData("<script type=\"module\" type=\"application/json\">{{ v }}</script>", "a script")]
    [InlineData("<script type=\"\" type=\"application/json\">{{ v }}</script>", "a script")]
    [InlineData("<script type type=\"application/json\">{{ v }}</script>", "a script")]
    [InlineData("<script type=module{% if v %}{% endif %} type=\"application/json\">{{ v }}</script>", "a script")]
    [InlineData("<script type=\"application/json{% if v %}{% endif %}\">{{ v }}</script>", "a script")]
    [InlineData("<script type=\"application&#47;json\">{{ v }}</script>", "a script")]
    [InlineData("<script type=\"application/json\">\"</script\v>{{ v }}</script>{{ v }}<p title=\"", "ends in")]
    [InlineData("<script type=\"application/json\">\"a\\{% if v %}{% endif %}\" {{ v }}</script>", "one piece")]
    [InlineData("<p title=\v\"{{ v }}\">", "tag, outside")]
    [InlineData("<p title\v=\"{{ v }}\">", "can hold no output")]
    [InlineData("<p \vtitle=\"{{ v }}\">", "can hold no output")]
    [InlineData("<p on\0click=\"{{ v }}\">", "can hold no output")]
    [InlineData("<p ONCLICK='{{ v }}'>", "can hold no output")]
    [InlineData("<p oNpoiNterENter='{{ v }}'>", "can hold no output")]
    [InlineData("<a ping=\"{{ v }}\">", "can hold no output")]
    [InlineData("<object data=\"{{ v }}\">", "can hold no output")]
    [InlineData("<embed src=\"{{ v }}\">", "can hold no output")]
    [InlineData("<svg><script xlink:href=\"{{ v }}\"></script></svg>", "can hold no output")]
    [InlineData("<svg><animate attributeName=\"href\" values=\"{{ v }}\"/></svg>", "can hold no output")]
    [InlineData("<svg><set attributeName=\"href\" to=\"{{ v }}\"/></svg>", "can hold no output")]
    [InlineData("<link rel=\"preload\" imagesrcset=\"{{ v }}\">", "can hold no output")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0;url={{ v }}\">", "can hold no output")]
    [InlineData("<base href=\"/\" target=\"{{ v }}\">", "can hold no output")]
    [InlineData("<iframe srcdoc=\"{{ v }}\"></iframe>", "can hold no output")]
    [InlineData("<input type=\"{{ v }}\">", "can hold no output")]
    [InlineData("<iframe>{{ v }}</iframe>", "no markup")]
    [InlineData("<xmp>{{ v }}</xmp>", "no markup")]
    [InlineData("<plaintext>{{ v }}", "no markup")]
    [InlineData("<?php {{ v }} ?>", "declaration")]
    [InlineData("</ {{ v }}>", "declaration")]
    [InlineData("<p title=\"a\"{{ v }}>", "tag, outside")]
    [InlineData("<p title=a&#34;{{ v }}>", "tag, outside")]
    [InlineData("<a href=\"{{ v }}:{{ v }}\">", "would make a scheme")]
    [InlineData("<a href=\"{{ v }}://{{ v }}/\">", "would make a scheme")]
    [InlineData("<a href=\"java{{ v }}:alert(1)\">", "would make a scheme")]
    [InlineData("<a href=\"&#106;avascript:{{ v }}\">", "which part of the URL")]
    [InlineData("<a href=\"javascript&colon;{{ v }}\">", "which part of the URL")]
    [InlineData("<a href=\"/&sol;{{ v }}\">", "which part of the URL")]
    [InlineData("<a href=\"/\\{{ v }}\">", "which part of the URL")]
    [InlineData("<a href=\"java{% if v %}script{% endif %}:{{ v }}\">", "which part of the URL")]
    [InlineData("<a href=\" java\nscript:{{ v }}\">", "begins with http")]
    [InlineData("<a href=\"data:text/html,{{ v }}\">", "begins with http")]
    [InlineData("<a href=\"/p/{% for i in v %}?q={% break %}{% endfor %}{{ v }}\">", "which part of the URL")]
    [InlineData("<a{% for i in v %} {% else %}href=\"{{ v }}\"{% endfor %}>", "one piece")]
    [InlineData("<a{% for i in v %}{% break %} {% endfor %}title=\"{{ v }}\">", "one piece")]
    [InlineData("<a{% ifchanged %} {% endifchanged %}title=\"{{ v }}\">", "one piece")]
    [InlineData("<p title=\"{% break %}{{ v }}\">", "'break' leaves")]
    [InlineData("{% for i in v %}<p title=\"{% include 'brk' %}\">{% endfor %}<b title=\"{{ v }}\">", "'break' leaves")]
    [InlineData("<p title=\"{% for i in v %}\">{% include 'brk' %}<p title=\"{% endfor %}{{ v }}\">", "'break' leaves")]
    [InlineData("<p {% for i in v %} ondrag{% break %} {% endfor %}start=\"{{ v }}\">", "'break' leaves")]
    [InlineData("<p {% for i in v %}start=\"{{ v }}\" ondrag{% continue %} {% endfor %}>", "'continue' leaves")]
    [InlineData("<p {% render 'bare' %}start=\"{{ v }}\">", "'break' leaves")]
    [InlineData("<a href=\"{% render 'path' %}{{ v }}\">a</a>", "which part of the URL")]
    [InlineData("<p {% include 'again' %}>", "run together")]
    [InlineData("<p title=\"{% render 'close' %}{{ v }}", "left by 'break'")]
    [InlineData("{% for i in v %}{% capture c %}<b{% break %}></b>{% endcapture %}{% endfor %}", "'break' leaves")]
    [InlineData("{% for i in v %}<p title=\"{% capture c %}{% break %}{% endcapture %}\">{% endfor %}", "'break' leaves")]
    [InlineData("{% for i in v %}<p title=\"{% capture c %}{% include 'brk' %}{% endcapture %}\">{% endfor %}", "'break' leaves")]
    [InlineData("{% if v %}<!--{% endif %}{{ v }}-->", "end of a comment")]
    [InlineData("{% case v %}{% when 1 %}<textarea>{% else %}{% endcase %}{{ v }}", "branches of 'case'")]
    [InlineData("{% unless v %}<p title='{% endunless %}{{ v }}", "branches of 'unless'")]
    [InlineData("<p {% if v %}title=\"a\" {% else %}title='{% endif %}{{ v }}'>", "branches of 'if'")]
    [InlineData("<p title={% if v %}\"{% else %}'{% endif %}{{ v }}\">", "branches of 'if'")]
    [InlineData("<scr{% if v %}{% endif %}ipt>{{ v }}", "one piece")]
    [InlineData("<textarea></text{{ v }}", "one piece")]
    [InlineData("<p {%- if v -%} title=\"{{ v }}\" {%- endif -%} id=\"{{ v }}\">", "one piece")]
    public void Compile_PlacesThatAreReadInTwoWays_AreErrors(string template, string part)
    {
        var error = Render.Error(template, Partials);

        error.Kind.ShouldBe(TemplateErrorKind.Encoding);
        error.Message.ShouldContain(part);
    }

    [Theory]
    [InlineData(
        "<svg viewBox=\"0 0 {{ n }} 1\"><title>{{ v }}</title><text x='{{ n }}'>{{ v }}</text></svg>",
        "<svg viewBox=\"0 0 7 1\"><title>&lt;&quot;</title><text x='7'>&lt;&quot;</text></svg>")]
    [InlineData("<svg/><title><b>{{ v }}</title>", "<svg/><title><b>&lt;&quot;</title>")]
    [InlineData(
        "<svg><foreignObject><p>{{ v }}</p></foreignObject></svg><style>a>b{}</style>",
        "<svg><foreignObject><p>&lt;&quot;</p></foreignObject></svg><style>a>b{}</style>")]
    [InlineData("<math><mi>{{ v }}</mi></math>", "<math><mi>&lt;&quot;</mi></math>")]
    [InlineData("<desc>{{ v }}</desc>", "<desc>&lt;&quot;</desc>")]
    [InlineData(
        "<script type='application/json' type=module>{{ v }}</script>",
        "<script type='application/json' type=module>\"\\u003C\\u0022\"</script>")]
    [InlineData(
        "<script type=application/json>{\"a\\\\\": {{ v }}, \"b\\\"{{ v }}\": 1}</script>",
        "<script type=application/json>{\"a\\\\\": \"\\u003C\\u0022\", \"b\\\"\\u003C\\u0022\": 1}</script>")]
    [InlineData("<a href=\"https://example.com:8080/{{ v }}\">", "<a href=\"https://example.com:8080/%3C%22\">")]
    [InlineData("<a href=\"https://{{ n }}:8080/{{ v }}\">", "<a href=\"https://7:8080/%3C%22\">")]
    [InlineData("<a href=\" {{ v }}\">", "<a href=\" %3C%22\">")]
    [InlineData("<a href=\"{{ n }}/{{ v }}\">", "<a href=\"7/%3C%22\">")]
    [InlineData("<a href=\"{{ n }}?a=1&amp;b={{ v }}\">", "<a href=\"7?a=1&amp;b=%3C%22\">")]
    [InlineData("<a href=\"/s?a=1&amp;b={{ v }}\">", "<a href=\"/s?a=1&amp;b=%3C%22\">")]
    [InlineData("<a href=\"mailto:{{ v }}?subject={{ n }}\">", "<a href=\"mailto:%3C%22?subject=7\">")]
    [InlineData("<a href=\"{% if n %}/a/{% else %}/b/{% endif %}{{ v }}\">", "<a href=\"/a/%3C%22\">")]
    [InlineData("<a href=\"AT&T/x\" title=\"{{ v }}\">", "<a href=\"AT&T/x\" title=\"&lt;&quot;\">")]
    [InlineData("<img srcset=\"/a.png {{ n }}w, {{ v }} 2x\">", "<img srcset=\"/a.png 7w, %3C%22 2x\">")]
    [InlineData("<p{% for i in (1..2) %} data-x{{ nothing }}{% endfor %}>", null)]
    [InlineData(
        "<p{% for i in (1..2) %} title=\"{{ v }}\"{% else %} id='{{ n }}'{% endfor %}>", "<p title=\"&lt;&quot;\" title=\"&lt;&quot;\">")]
    [InlineData("<p title=\"{% for i in (1..3) %}{{ i }}{% if i == 2 %}{% break %}{% endif %}{% endfor %}\">", "<p title=\"12\">")]
    [InlineData("{% for i in (1..3) %}<b>{{ i }}</b>{% include 'brk' %}{% endfor %}{{ v }}", "<b>1</b>&lt;&quot;")]
    [InlineData("<p title=\"{% for i in (1..3) %}{{ i }}{% include 'brk' %}{% endfor %}\">", "<p title=\"1\">")]
    [InlineData("<p title=\"{% render 'brk', v: 1 %}{% render 'text', v: v %}\">", "<p title=\"&lt;&quot;\">")]
    [InlineData("{% for i in (1..3) %}{% capture c %}{{ i }}{% if i == 2 %}{% break %}{% endif %}{% endcapture %}{{ c }}{% endfor %}", "1")]
    [InlineData("{% for i in (1..3) %}{% capture c %}<b>{{ i }}</b>{% include 'brk' %}{% endcapture %}{{ c }}{% endfor %}.", ".")]
    [InlineData("<p title=\"{% increment z %}{% cycle v, n %}{% echo v %}\">", "<p title=\"0&lt;&quot;&lt;&quot;\">")]
    [InlineData("<!-- <p title=\" --><p title=\"{{ v }}\">", "<!-- <p title=\" --><p title=\"&lt;&quot;\">")]
    [InlineData("</>{{ v }}<!doctype html>{{ v }}", "</>&lt;&quot;<!doctype html>&lt;&quot;")]
    [InlineData("<p title = '{{ v }}'id=\"{{ n }}\"/>{{ v }}", "<p title = '&lt;&quot;'id=\"7\"/>&lt;&quot;")]
    [InlineData("{% capture c %}<svg><path d=\"{{ n }}\"/></svg>{% endcapture %}{{ c }}", "<svg><path d=\"7\"/></svg>")]
    [InlineData("{% if n %}<svg><title>{{ v }}</title></svg>{% endif %}", "<svg><title>&lt;&quot;</title></svg>")]
    public void Compile_PlacesThatAreClear_AreEncodedForIt(string template, string? expected)
    {
        var model = Render.Map(("v", "<\""), ("n", 7));
        if (expected is null) Render.Error(template, Partials).Kind.ShouldBe(TemplateErrorKind.Encoding);
        else Render.Text(Render.Compile(template, Partials), model).ShouldBe(expected);
    }

    [Theory]
    [InlineData("<b>{{ v }}</b><script>a < b</script>", true)]
    [InlineData("<b>{{ v }}</b><svg>", true)]
    [InlineData("<b>{{ v }}</b><script type=\"application/json\">{{ v }}</script>", false)]
    public void DynamicInclude_OfAnyPartial_CanStandWhereverTextCan(string partial, bool isError)
    {
        var template = Render.Compile("<svg>{% include name %}</svg>", new Dictionary<string, string> { ["p"] = partial });
        string Rendered() => Render.Text(template, Render.Map(("name", "p"), ("v", "<")));

        if (isError) Should.Throw<TemplateException>(Rendered).Errors[0].Kind.ShouldBe(TemplateErrorKind.Encoding);
        else Rendered().ShouldBe("<svg><b>&lt;</b><script type=\"application/json\">\"\\u003C\"</script></svg>");
    }
}
