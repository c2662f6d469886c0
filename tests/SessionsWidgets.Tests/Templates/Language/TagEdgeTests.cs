using System.Globalization;
using Fluid.Values;

namespace SessionsWidgets.Tests.Templates;

/// <summary>Tags at the edges of what they take. Where Fluid differs from standard Liquid, Fluid counts.</summary>
public class TagEdgeTests
{
    private static readonly Dictionary<string, string> Partials = new()
    {
        ["cycle"] = "{% cycle 1, 2, 3 %}",
        ["changed"] = "{% ifchanged %}x{% endifchanged %}",
        ["parent"] = "{% for j in (1..1) %}[{{ forloop.parentloop.index }}]{% endfor %}",
        ["rest"] = "{% for i in list offset: continue %}{{ i }}{% endfor %}",
        ["item"] = "({{ item }}{{ forloop.name }}{{ forloop.index }}/{{ forloop.length }})",
        ["value"] = "({{ value }})",
        ["pair"] = "({{ pair[0] }}={{ pair[1] }})",
        ["deep/value"] = "<{{ value }}{{ deep }}>",
    };

    private static readonly FluidValue Model = Render.Map(
        ("list", Render.List("a", "b", "c", "d")),
        ("map", Render.Map(("k", 1), ("l", 2))),
        ("empty_list", Render.List()),
        ("text", "hello"),
        ("five", 5),
        ("half", 0.5m),
        ("no", false),
        ("words", Render.List("x y", null, 3)),
        ("a b", "spaced"),
        ("key", "text"),
        ("nested", Render.Map(("list", Render.List(1, 2)), ("size", 9))),
        ("date", new DateTimeValue(DateTimeOffset.Parse("2026-07-18T22:00:00Z", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("{% for i in map %}{{ i }};{% endfor %}", "k1;l2;")]
    [InlineData("{% for i in text %}{{ i }}{{ forloop.length }}{% endfor %}", "hello1")]
    [InlineData("{% for i in text limit: 0 offset: 3 %}{{ i }}{% endfor %}", "")]
    [InlineData("{% for i in '' %}x{% else %}none{% endfor %}", "none")]
    [InlineData("{% for i in 5 %}x{% else %}none{% endfor %}", "none")]
    [InlineData("{% for i in no %}x{% else %}none{% endfor %}", "none")]
    [InlineData("{% for i in empty %}x{% else %}none{% endfor %}", "none")]
    [InlineData("{% for i in list limit: -1 %}x{% else %}none{% endfor %}", "none")]
    [InlineData("{% for i in list offset: -1 %}{{ i }}{% endfor %}", "abcd")]
    [InlineData("{% for i in list offset: -1 limit: 3 %}{{ i }}{% endfor %}", "ab")]
    [InlineData("{% for i in list offset: 9 %}x{% else %}none{% endfor %}", "none")]
    [InlineData("{% for i in list limit: nil offset: nil %}{{ i }}{% endfor %}", "abcd")]
    [InlineData("{% for i in list limit: '2' %}{{ i }}{% endfor %}", "ab")]
    [InlineData("{% for i in list limit: 99999999999999999999 offset: -99999999999999999999 %}{{ i }}{% endfor %}", "")]
    [InlineData("{% for i in list limit: 1.0 %}{% endfor %}", null)]
    [InlineData("{% for i in list limit: true %}{% endfor %}", null)]
    [InlineData("{% for i in list offset: '1x' %}{% endfor %}", null)]
    [InlineData("{% for i in list reversed %}{{ i }}{{ forloop.index }}{% endfor %}", "d1c2b3a4")]
    [InlineData("{% for i in list limit: 2, offset: 1 %}{{ i }}{% endfor %}", "bc")]
    [InlineData("{% for i in (3..1) %}x{% else %}none{% endfor %}", "none")]
    [InlineData("{% for i in (half..2) %}{% endfor %}", "")]
    [InlineData("{% for i in (1.5..five) %}{% endfor %}", null)]
    [InlineData("{% for i in (nothing..2) %}{{ i }}{% endfor %}", "012")]
    [InlineData("{% for i in (true..2) %}{% endfor %}", "")]
    [InlineData("{% for i in (list..2) %}{% endfor %}", "")]
    [InlineData("{% for forloop in (1..2) %}{{ forloop }}{% endfor %}", "12")]
    [InlineData("{% for i in list %}{% break %}{% else %}none{% endfor %}x", "x")]
    [InlineData(
        "{% for i in (1..2) %}{% for j in (1..3) %}{% if j == 2 %}{% break %}{% endif %}{{ i }}{{ j }} {% endfor %}{% endfor %}",
        "11 21 ")]
    [InlineData("{% for i in (1..2) %}{{ forloop.size }}{{ forloop.nosuch }}{{ forloop }};{% endfor %}", ";;")]
    [InlineData(
        "{% for i in (1..2) %}{% tablerow r in (1..1) %}{% for j in (1..1) %}{{ forloop.parentloop.index }}" +
        "{% endfor %}{% endtablerow %}{% endfor %}",
        "<tr class=\"row1\">\n<td class=\"col1\">1</td></tr>\n<tr class=\"row1\">\n<td class=\"col1\">2</td></tr>\n")]
    [InlineData("{% for i in list limit: 2 %}{% endfor %}{% for j in list offset: continue %}{{ j }}{% endfor %}", "abcd")]
    [InlineData("{% for i in list limit: 1 %}{% endfor %}{% include 'rest' %}", "bcd")]
    [InlineData("{% for i in list limit: 1 %}{% endfor %}{% render 'rest', list: list %}", "abcd")]
    public void For_OverAnything_RunsAsInLiquid(string template, string? expected) => Check(template, expected);

    [Theory]
    [InlineData(
        "{% tablerow i in list cols: 2 offset: 1 limit: 2 %}{{ i }}{{ tablerowloop.col }}{{ tablerowloop.col0 }}" +
        "{{ tablerowloop.col_last }}{% endtablerow %}",
        "<tr class=\"row1\">\n<td class=\"col1\">b10false</td><td class=\"col2\">c21true</td></tr>\n")]
    [InlineData("{% tablerow i in nothing %}x{% endtablerow %}", "")]
    [InlineData("{% tablerow i in no %}x{% endtablerow %}", "")]
    [InlineData("{% tablerow i in text %}{{ i }}{% endtablerow %}", "<tr class=\"row1\">\n<td class=\"col1\">hello</td></tr>\n")]
    [InlineData(
        "{% tablerow i in map %}{{ i[0] }}{% endtablerow %}",
        "<tr class=\"row1\">\n<td class=\"col1\">k</td><td class=\"col2\">l</td></tr>\n")]
    [InlineData("{% tablerow i in list cols: true %}{% endtablerow %}", null)]
    [InlineData("{% tablerow i in list limit: list %}{% endtablerow %}", null)]
    [InlineData(
        "{% tablerow i in (1..2) %}{{ tablerowloop.length }}{{ tablerowloop.index }}{{ tablerowloop.index0 }}" +
        "{{ tablerowloop.rindex }}{{ tablerowloop.rindex0 }}{{ tablerowloop.first }}{{ tablerowloop.last }}" +
        "{% continue %}x{% endtablerow %}",
        "<tr class=\"row1\">\n<td class=\"col1\">21021truefalse</td><td class=\"col2\">22110falsetrue</td></tr>\n")]
    public void TableRow_OverAnything_MakesRows(string template, string? expected) => Check(template, expected);

    [Theory]
    [InlineData("{% cycle 1, 2 %}{% cycle 1, 2 %}{% cycle 1, 2 %}", "121")]
    [InlineData("{% cycle 1, 2 %}{% cycle '1', '2' %}", "11")]
    [InlineData("{% for i in (1..3) %}{% cycle five, text %}{% endfor %}", "5hello5")]
    [InlineData("{% cycle five, text %}{% cycle five, text %}", "55")]
    [InlineData("{% cycle text: 1, 2 %}{% cycle 'hello': 1, 2 %}", "12")]
    [InlineData("{% cycle 1: 'a', 'b' %}{% cycle '1': 'a', 'b' %}{% cycle 1.0: 'a', 'b' %}", "aaa")]
    [InlineData("{% cycle nothing: 1, 2 %}{% cycle nil: 1, 2 %}", "12")]
    [InlineData("{% cycle 'g': 1, 2, 3 %}{% cycle 'g': 1 %}{% cycle 'g': 7, 8, 9 %}", "17")]
    [InlineData("{% cycle list, map %}", "abcd")]
    [InlineData("{% include 'cycle' %}{% include 'cycle' %}{% cycle 1, 2, 3 %}{% render 'cycle' %}", "1231")]
    public void Cycle_OfAnyGroup_GoesOn(string template, string? expected) => Check(template, expected);

    [Theory]
    [InlineData("{% case 1 %}{% when 2 or 1 %}a{% endcase %}", "a")]
    [InlineData("{% case 1 %}{% when 2, 3 or 1 %}a{% endcase %}", "a")]
    [InlineData("{% case 1 %}{% when 1.0 %}a{% endcase %}", "a")]
    [InlineData("{% case 1 %}{% when '1' %}a{% else %}b{% endcase %}", "b")]
    [InlineData("{% case text %}{% when 'hello' %}a{% when 'hello' %}b{% else %}c{% endcase %}", "ab")]
    [InlineData("{% case 5 %}{% else %}a{% when 5 %}b{% else %}c{% endcase %}", "ab")]
    [InlineData("{% case nothing %}{% when nil %}a{% endcase %}", "a")]
    [InlineData("{% case nothing %}{% when blank %}a{% endcase %}", "a")]
    [InlineData("{% case empty_list %}{% when empty %}a{% endcase %}", "a")]
    [InlineData("{% case five %}x{{ text }}{% when 5 %}a{% endcase %}", "a")]
    [InlineData("{% case (1..3) %}{% when (1..3) %}a{% endcase %}", "a")]
    public void Case_WithAnyBranches_RendersThoseThatMatch(string template, string? expected) => Check(template, expected);

    [Theory]
    [InlineData("{% assign n = 9 %}{% increment n %}{% increment n %}{{ n }}", "019")]
    [InlineData("{% increment n %}{% assign n = 9 %}{% decrement n %}{{ n }}", "0-19")]
    [InlineData("{% decrement n %}{% increment n %}{{ n }}", "01")]
    [InlineData("{% increment five %}{{ five }}{% decrement five %}", "05-1")]
    [InlineData("{% increment half %}{% increment half %}", "01")]
    [InlineData("{% increment no %}", "0")]
    [InlineData("{% increment text %}", "0")]
    [InlineData("{% increment a b %}{% increment a b %}", null)]
    [InlineData("{% assign x = blank %}{% if x == '' %}same{% endif %}{{ x | size }}", "")]
    [InlineData("{% assign x = empty | default: 'd' %}{{ x }}", "d")]
    [InlineData("{% assign x = no %}{% if x == false %}f{% endif %}", "f")]
    [InlineData("{% assign x = (1..3) %}{{ x }}{{ x.first }}{{ x.last }}{{ x.size }}{{ x[0] }}", "1231331")]
    [InlineData("{% capture x %}  {% endcapture %}[{{ x }}]", "[  ]")]
    [InlineData("{% for i in (1..3) %}{% capture x %}{{ x }}{{ i }}{% endcapture %}{% endfor %}{{ x }}", "123")]
    [InlineData("{% for i in list %}{% ifchanged %}x{% endifchanged %}{% endfor %}", "x")]
    [InlineData("{% ifchanged %}x{% endifchanged %}{% render 'changed' %}{% include 'changed' %}", "xx")]
    public void Variables_OfAllTags_AreKeptApart(string template, string? expected) => Check(template, expected);

    [Theory]
    [InlineData("{{ text[0] }}{{ text['x'] }}{{ nothing.a.b[0].c }}{{ nil.a }}", "")]
    [InlineData("{{ true }}{{ false }}{{ nil }}{{ null }}{{ 1.50 }}{{ -0 }}{{ 007 }}", "truefalse1.507")]
    [InlineData("{{ \"it's\" }}{{ 'a\"b' }}{{ '' }}", "it'sa\"b")]
    public void Path_ToAnything_IsReadOrNil(string template, string? expected) => Check(template, expected);

    [Theory]
    [InlineData("list contains 'a'", true)]
    [InlineData("list contains 'x'", false)]
    [InlineData("list contains nothing", false)]
    [InlineData("text contains 'ell'", true)]
    [InlineData("text contains ''", true)]
    [InlineData("text contains empty", false)]
    [InlineData("'a5b' contains 5", true)]
    [InlineData("map contains 'k'", false)]
    [InlineData("map contains 1", false)]
    [InlineData("(1..3) contains 2", true)]
    [InlineData("(1..3) contains 2.5", false)]
    [InlineData("(1..3) contains 'a'", false)]
    [InlineData("five contains 5", false)]
    [InlineData("nothing contains 'a'", false)]
    [InlineData("true contains true", false)]
    [InlineData("1 == 1.0", true)]
    [InlineData("'1' == 1", false)]
    [InlineData("1 <> 2", true)]
    [InlineData("1 <> 1", false)]
    [InlineData("true == 'true'", false)]
    [InlineData("nil == false", false)]
    [InlineData("nothing == nil", true)]
    [InlineData("nothing < 1", false)]
    [InlineData("1 >= nothing", false)]
    [InlineData("list < 1", false)]
    [InlineData("true > false", false)]
    [InlineData("map < map", false)]
    [InlineData("'b' > 'a'", true)]
    [InlineData("'a' < 'B'", false)]
    [InlineData("half < five", true)]
    [InlineData("99999999999999999999 > 5", true)]
    [InlineData("99999999999999999999 == 99999999999999999999", true)]
    [InlineData("date == date", true)]
    [InlineData("list == list", true)]
    [InlineData("map == map", true)]
    [InlineData("empty_list == empty", true)]
    [InlineData("empty_list == blank", true)]
    [InlineData("'' == blank", true)]
    [InlineData("' \t' == blank", true)]
    [InlineData("' ' == empty", false)]
    [InlineData("blank == nothing", true)]
    [InlineData("empty == nothing", false)]
    [InlineData("no == blank", true)]
    [InlineData("no == empty", false)]
    [InlineData("0 == blank", false)]
    [InlineData("0 == empty", false)]
    [InlineData("empty == empty", true)]
    [InlineData("map != empty", true)]
    [InlineData("blank", true)]
    [InlineData("empty", true)]
    [InlineData("''", true)]
    [InlineData("0", true)]
    [InlineData("no", false)]
    [InlineData("nothing", false)]
    [InlineData("false or true and false", false)]
    [InlineData("true or false and false", true)]
    [InlineData("false and false or true", false)]
    [InlineData("1 < '2'", true)]
    [InlineData("'a' > 1", true)]
    [InlineData("date < 1", false)]
    public void Condition_OfAnyTypes_IsDecidedAsInLiquid(string condition, bool? expected) =>
        Check($"{{% if {condition} %}}true{{% else %}}false{{% endif %}}", expected?.ToString().ToLowerInvariant());

    [Theory]
    [InlineData("{% render 'item' for list as item %}", "(aitem1/4)(bitem2/4)(citem3/4)(ditem4/4)")]
    [InlineData("{% render 'item' for (1..2) %}", "(1item1/2)(2item2/2)")]
    [InlineData("{% render 'pair' for map %}", "(k=1)(l=2)")]
    [InlineData("{% for x in (1..2) %}{% render 'item' for list as item %}{% assign list = 'c' %}{% endfor %}",
        "(aitem1/4)(bitem2/4)(citem3/4)(ditem4/4)(c/)")]
    [InlineData(
        "{% render 'value' for text %}{% render 'value' with text %}{% render 'value' with nothing, value: 1 %}",
        "(hello)(hello)(1)")]
    [InlineData("{% render 'value' with list[1] as value %}{% render 'value', value: 1 value: 2 %}", "(b)(2)")]
    [InlineData("{% render 'value' for empty_list %}|{% render 'deep/value' with 5 %}", "|<5>")]
    [InlineData("{% render 'deep/value', deep: 'x', value: text %}", "<hellox>")]
    [InlineData("{% assign value = 1 %}{% render 'value' %}{% include 'value' %}", "()(1)")]
    [InlineData("{% include 'value' with list %}", "(a)(b)(c)(d)")]
    [InlineData("{% include 'value' for (1..2) %}", "(1)(2)")]
    [InlineData("{% include 'value' for map %}", "()")]
    [InlineData("{% include 'pair' for words as pair %}", "(=)(=)(1=1)")]
    [InlineData("{% for i in (1..2) %}{% include 'parent' %}{% render 'parent' %}{% endfor %}", "[1][][2][]")]
    [InlineData("{% include 'no' %}", null)]
    [InlineData("{% include list %}", null)]
    [InlineData("{% include nil %}", null)]
    public void Partial_CalledInAnyWay_SeesWhatItIsGiven(string template, string? expected) => Check(template, expected);

    private static void Check(string template, string? expected)
    {
        string Rendered() => Render.Plain(template, Partials, Model);
        if (expected is null) Should.Throw<TemplateException>(Rendered);
        else Rendered().ShouldBe(expected);
    }
}
