using Fluid.Values;

namespace SessionsWidgets.Tests.Templates;

/// <summary>Every tag does its work.</summary>
public class TagTests
{
    private static readonly Dictionary<string, string> Partials = new()
    {
        ["item"] = "[{{ item }}{{ x }}{{ forloop.index }}]{% assign x = 'inner' %}",
        ["part/a-b"] = "({{ a-b }})",
        ["brk"] = "{% break %}",
        ["count"] = "{% increment n %}",
        ["names"] = "{{ one }}{% assign made = 'made' %}{% include 'count' %}",
    };

    private static readonly FluidValue Model = Render.Map(
        ("list", Render.List("a", "b", "c")),
        ("five", 5),
        ("map", Render.Map(("k", "v"))),
        ("partials", Render.List("count", "item", "count", "item")));

    [Theory]
    [InlineData("{% assign a = 1 | plus: 1 %}{{ a }}", "2")]
    [InlineData("{% capture a %}x{{ 1 }}{% endcapture %}{{ a | append: '!' }}", "x1!")]
    [InlineData("{% increment a %}{% increment a %}{{ a }}{% decrement b %}{% decrement b %}", "010-1")]
    [InlineData("{% increment five %}{% increment five %}", "01")]
    [InlineData("{% if false %}a{% elsif 1 %}b{% else %}c{% endif %}", "b")]
    [InlineData("{% if true or false and false %}a{% endif %}", "a")]
    [InlineData("{% unless true %}a{% elsif true %}b{% endunless %}", "b")]
    [InlineData("{% case 2 %}{% when 1, 3 %}a{% when 2 or 4 %}b{% else %}c{% endcase %}", "b")]
    [InlineData(
        "{% for i in (1..4) %}{% if i == 2 %}{% continue %}{% endif %}{% if i == 4 %}{% break %}{% endif %}{{ i }}{% endfor %}",
        "13")]
    [InlineData("{% for i in list reversed limit: 2 offset: 1 %}{{ i }}{{ forloop.rindex }}{% endfor %}", "c2b1")]
    [InlineData("{% for i in none %}x{% else %}none{% endfor %}", "none")]
    [InlineData("{% for i in list limit: 1 %}{{ i }}{% endfor %}{% for i in list offset: continue %}{{ i }}{% endfor %}", "abc")]
    [InlineData("{% for i in (1..2) %}{% assign i = 9 %}{{ i }}{% endfor %}{{ i }}", "99")]
    [InlineData("{% for p in map %}{{ p[0] }}={{ p[1] }};{% endfor %}", "k=v;")]
    [InlineData(
        "{% tablerow i in (1..3) cols: 2 %}{{ i }}{% endtablerow %}",
        "<tr class=\"row1\">\n<td class=\"col1\">1</td><td class=\"col2\">2</td></tr>" +
        "\n<tr class=\"row2\"><td class=\"col1\">3</td></tr>\n")]
    [InlineData("{% for i in (1..4) %}{% cycle 'a', 'b', 'c' %}{% endfor %}", "abca")]
    [InlineData("{% cycle 'g': 1, 2 %}{% cycle 'h': 1, 2 %}{% cycle 'g': 1, 2 %}", "112")]
    [InlineData("{% for i in (1..4) %}{% ifchanged %}{{ i | divided_by: 2 }}{% endifchanged %}{% endfor %}", "012")]
    [InlineData("{% include 'part/a-b' with 5 %}{% include 'part/a-b', a-b: 6 %}", "(5)()")]
    [InlineData("{% assign x = 'o' %}{% include 'item', item: 1 %}{{ x }}{{ item }}", "[o]inner")]
    [InlineData("{% include 'item' for list as item %}", "[a][binner][cinner]")]
    [InlineData("{% for i in list %}{{ i }}{% include 'brk' %}{% endfor %}", "a")]
    [InlineData("{% for i in list %}{{ i }}{% render 'brk' %}{% endfor %}", "abc")]
    [InlineData("{% assign x = 'o' %}{% render 'item', item: 1 %}{{ x }}", "[1]o")]
    [InlineData("{% render 'item' for list as item %}", "[a1][b2][c3]")]
    [InlineData("{% render 'part/a-b' with list[1] %}", "(b)")]
    [InlineData("{% increment n %}{% include 'count' %}{% render 'count' %}{{ n }}", "010")]
    [InlineData("{% liquid\n assign a = 1\n if a\n echo a\n endif\n # note\n%}", "1")]
    [InlineData("{% echo 'a' | upcase %}", "A")]
    [InlineData("a{% comment %}{% if %}{% comment %}{% raw %}{{ x {% endcomment %}b", "ab")]
    [InlineData("a{% # one\n  # two %}b", "ab")]
    [InlineData("a{% doc %}{{ x {% enddoc %}b", "ab")]
    [InlineData("{% raw %}{{ a }}{% b %}{% endraw %}", "{{ a }}{% b %}")]
    [InlineData(" a {{- 1 -}} b {%- if true -%} c {%- endif %} d", " a1bc d")]
    [InlineData("[{% if true %} \n {% assign a = 1 %} {% endif %}]", "[]")]
    [InlineData("a{% break %}b", "a")]
    public void Tag_InATemplate_DoesItsWork(string template, string? expected) => Check(template, expected);

    [Theory]
    [InlineData("{% render 'item' %}{% include 'nosuch' %}")]
    [InlineData("{% include 5 %}")]
    [InlineData("{% include none %}")]
    [InlineData("{% assign p = '../item' %}{% include p %}")]
    public void Tag_UsedWrongly_IsAnError(string template) => Check(template, null);

    private static void Check(string template, string? expected)
    {
        string Rendered() => Render.Plain(template, Partials, Model);
        if (expected is null) Should.Throw<TemplateException>(Rendered);
        else Rendered().ShouldBe(expected);
    }
}
