using System.Globalization;
using Fluid.Values;

namespace SessionsWidgets.Tests.Templates;

/// <summary>Filters on inputs and arguments that are missing, of other types, or at their limits.</summary>
public class FilterEdgeTests
{
    private static readonly Dictionary<string, string> Partials = [];

    private static readonly FluidValue Model = Render.Map(
        ("list", Render.List("b", "a", "c")),
        ("nested", Render.List(1, Render.List(2, Render.List(3)))),
        ("map", Render.Map(("a", 1))),
        ("items", Render.List(
            Render.Map(("k", 2), ("l", Render.List(1, 2)), ("m", Render.Map(("n", 1)))),
            Render.Map(("k", null)),
            Render.Map(("k", 1)))),
        ("with_nil", Render.List(Render.Map(("k", 1)), null)),
        ("ints", Render.List(3, 1, 2)),
        ("mixed", Render.List(1, "a")),
        ("floats", Render.List(0.1m, 0.2m, 0.3m)),
        ("empty_list", Render.List()),
        ("empty_map", Render.Map()),
        ("yes", true),
        ("no", false),
        ("one_int", Render.List(7)),
        ("bools", Render.List(true, false)),
        ("half", 0.5m),
        ("lines", "a\nb\r\nc\rd"),
        ("emoji", "a😀é"),
        ("big", 9007199254740993L),
        ("date", new DateTimeValue(DateTimeOffset.Parse("2026-07-18T22:00:00Z", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("'hello' | slice: -3, 2", "ll")]
    [InlineData("'hello' | slice: 5", "")]
    [InlineData("'hello' | slice: 6", "")]
    [InlineData("'hello' | slice: -6", "")]
    [InlineData("'hello' | slice: 1, -1", "")]
    [InlineData("'hello' | slice: '1', '3'", "ell")]
    [InlineData("'hello' | slice: 1, true", null)]
    [InlineData("'hello' | slice: 1.0", null)]
    [InlineData("'hello' | slice: nil", null)]
    [InlineData("12345 | slice: 1, 2", "23")]
    [InlineData("(1..5) | slice: 0, 2", "12")]
    [InlineData("list | slice: -2, 2 | join", "ac")]
    [InlineData("list | slice: 3 | size", "0")]
    [InlineData("list | slice: 4 | size", "0")]
    [InlineData("nothing | slice: 0", "")]
    [InlineData("emoji | slice: 1, 2", "😀")]
    [InlineData("'abc' | truncate: 3", "abc")]
    [InlineData("'abcd' | truncate: 3", "...")]
    [InlineData("'abcd' | truncate: 2", "...")]
    [InlineData("'abcd' | truncate: 0, ''", "")]
    [InlineData("'abcd' | truncate: -1", "...")]
    [InlineData("'abcd' | truncate: '3', 1", "ab1")]
    [InlineData("'abcd' | truncate: 3, nil", "...")]
    [InlineData("'abcd' | truncate: 1.5", "...")]
    [InlineData("'abcd' | truncate: nil", "abcd")]
    [InlineData("nothing | truncate: 3", "")]
    [InlineData("'a b c' | truncatewords: 0", "a...")]
    [InlineData("'a b c' | truncatewords: -5", "a...")]
    [InlineData("'a b c' | truncatewords: 3", "a b c...")]
    [InlineData("'a  b ' | truncatewords: 2", "a b ...")]
    [InlineData("'  a' | truncatewords: 1", "a...")]
    [InlineData("'a\n b\tc' | truncatewords: 2, nil", "a b...")]
    [InlineData("'a b' | truncatewords: 'x'", "a...")]
    [InlineData("'a,b,,c,,' | split: ',' | join: '|'", "a|b|c")]
    [InlineData("',a' | split: ',' | size", "1")]
    [InlineData("' a  b ' | split: ' ' | join: '|'", "a|b")]
    [InlineData("'abc' | split: '' | join: '|'", "a|b|c")]
    [InlineData("'abc' | split: nothing | join: '|'", "a|b|c")]
    [InlineData("'aXXbXXc' | split: 'XX' | last", "c")]
    [InlineData("'a.b' | split: '.' | join: '|'", "a|b")]
    [InlineData("'abc' | split", null)]
    [InlineData("'aaa' | replace: 'aa', 'b'", "ba")]
    [InlineData("'a.a' | replace: '.', '$1'", "a$1a")]
    [InlineData("'abc' | replace: 'b', '[\\0]'", "a[\u0000]c")]
    [InlineData("'abc' | replace: 'b', '\\\\'", "a\\c")]
    [InlineData("'abc' | replace: 'b', \"\\'\"", "a'c")]
    [InlineData("'abc' | replace_first: 'b', '[\\0]'", "a[\u0000]c")]
    [InlineData("'abc' | replace_last: 'b', '[\\0]'", "a[\u0000]c")]
    [InlineData("'abab' | replace_first: '', 'x'", "xabab")]
    [InlineData("'abab' | replace_last: '', 'x'", "ababx")]
    [InlineData("'abab' | replace_last: 'zz', 'x'", "abab")]
    [InlineData("'abab' | remove: ''", "abab")]
    [InlineData("'a1b1' | remove: 1", "ab")]
    [InlineData("'a1b1' | remove_last: 1", "a1b")]
    [InlineData("'abc' | replace", null)]
    [InlineData("map | append: '!'", "!")]
    [InlineData("list | prepend: 1.0", "1.0bac")]
    [InlineData("control | append: ''", "")]
    [InlineData("'straße' | upcase", "STRAßE")]
    [InlineData("'ßa' | capitalize", "ßa")]
    [InlineData("'ﬁX' | capitalize", "ﬁX")]
    [InlineData("'İ' | downcase | size", "1")]
    [InlineData("'ÀÉ' | downcase", "àé")]
    [InlineData("'MY title' | capitalize", "MY title")]
    [InlineData("5 | capitalize", "5")]
    [InlineData("lines | newline_to_br", "a<br />\nb<br />\nc\rd")]
    [InlineData("lines | strip_newlines", "abcd")]
    [InlineData("' a b ' | strip | append: '|'", "a b|")]
    [InlineData("emoji | size", "4")]
    [InlineData("5 | size", "")]
    [InlineData("99999999999999999999 | size", "")]
    [InlineData("half | size", "")]
    [InlineData("(2..5) | size", "4")]
    [InlineData("yes | size", "")]
    [InlineData("'<p>a</p><script>b</script><!-- c --><style>d</style>e <f' | strip_html", "abde ")]
    [InlineData("'<SCRIPT>b</SCRIPT>' | strip_html", "b")]
    [InlineData("'<a\n>b<!-- > -->' | strip_html", "b --")]
    [InlineData("'&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;' | escape_once | size", "61")]
    [InlineData("'a b*~é/' | url_encode", "a+b*%7E%C3%A9%2F")]
    [InlineData("'%' | url_decode", "%")]
    [InlineData("'%zz+%2B' | url_decode", "%zz +")]
    [InlineData("'é' | base64_encode", "w6k=")]
    [InlineData("'w6k=' | base64_decode", "é")]
    [InlineData("'w6k' | base64_decode", null)]
    [InlineData("'YR==' | base64_decode", "a")]
    [InlineData("'YQ=' | base64_url_safe_decode", "a")]
    [InlineData("'YQ' | base64_url_safe_decode", "a")]
    [InlineData("'YQ==' | base64_url_safe_decode", "a")]
    [InlineData("'Y Q==' | base64_decode", "a")]
    [InlineData("'_w==' | base64_decode", null)]
    [InlineData("'' | base64_decode", "")]
    public void Text_OfAnyKind_IsChanged(string expression, string? expected) => Check("{{ " + expression + " }}", expected);

    [Theory]
    [InlineData("nested | join: ','", "1,23")]
    [InlineData("list | join: nil", "bac")]
    [InlineData("list | join: 1", "b1a1c")]
    [InlineData("map | join: ','", "")]
    [InlineData("nothing | join", "")]
    [InlineData("nested | first", "1")]
    [InlineData("nested | last | first", "2")]
    [InlineData("map | first | join: '='", "")]
    [InlineData("map | last", "")]
    [InlineData("(3..5) | last", "5")]
    [InlineData("5 | first", "")]
    [InlineData("nested | reverse | join", "231")]
    [InlineData("'abc' | reverse | join", "cba")]
    [InlineData("map | reverse | size", "1")]
    [InlineData("list | sort | join", "abc")]
    [InlineData("ints | sort | join", "123")]
    [InlineData("mixed | sort", "1a")]
    [InlineData("bools | sort", "falsetrue")]
    [InlineData("with_nil | sort: 'k'", "")]
    [InlineData("items | sort: 'k' | map: 'k' | join: ','", "1,2,")]
    [InlineData("ints | sort: 'k'", "312")]
    [InlineData("one_int | sort: 'k' | join", "7")]
    [InlineData("floats | sort: 'k'", "0.10.20.3")]
    [InlineData("empty_list | sort | size", "0")]
    [InlineData("nothing | sort | size", "")]
    [InlineData("'x' | sort | join", "x")]
    [InlineData("mixed | sort_natural | join", "1a")]
    [InlineData("items | map: 'm' | map: 'n' | join: ','", "1,,")]
    [InlineData("items | map: 'm' | compact | map: 'n' | join", "1")]
    [InlineData("items | map: 'l' | compact | join", "12")]
    [InlineData("floats | map: 'k' | size", "3")]
    [InlineData("list | map: 'a' | join: ','", ",,")]
    [InlineData("(1..2) | map: 'x'", null)]
    [InlineData("items | uniq: 'k' | size", "3")]
    [InlineData("with_nil | uniq: 'k'", "")]
    [InlineData("ints | uniq: 'k'", "3")]
    [InlineData("items | compact: 'k' | size", "2")]
    [InlineData("with_nil | compact: 'k'", "")]
    [InlineData("map | compact: 'a' | size", "1")]
    [InlineData("items | where: 'k', 1 | size", "1")]
    [InlineData("items | where: 'k' | size", "2")]
    [InlineData("map | where: 'a', 1 | size", "1")]
    [InlineData("with_nil | where: 'k'", "")]
    [InlineData("floats | where: 'k'", "")]
    [InlineData("empty_list | where: 'k' | size", "0")]
    [InlineData("items | reject: 'k', 1 | size", "2")]
    [InlineData("items | find: 'k', 1 | size", "1")]
    [InlineData("items | find: 'k', 9", "")]
    [InlineData("with_nil | find: 'k' | size", "1")]
    [InlineData("items | find_index: 'k', 1", "2")]
    [InlineData("items | has: 'k', 9", "false")]
    [InlineData("empty_list | has: 'k'", "false")]
    [InlineData("empty_list | find_index: 'k'", "")]
    [InlineData("ints | find: 'k'", "")]
    [InlineData("items | where", null)]
    [InlineData("list | concat: nested | size", "5")]
    [InlineData("nested | concat: nested | size", "4")]
    [InlineData("list | concat: map", "bac")]
    [InlineData("list | concat: (1..2)", "bac12")]
    [InlineData("list | concat: 'a'", "baca")]
    [InlineData("(1..2) | concat: list | join", "12bac")]
    [InlineData("map | concat: list | size", "4")]
    [InlineData("floats | sum", "0.6")]
    [InlineData("list | sum", "0")]
    [InlineData("(1..100) | sum", "5050")]
    [InlineData("nested | sum", "6")]
    [InlineData("items | sum: 'k'", "3")]
    [InlineData("items | sum: 'l'", "3")]
    [InlineData("with_nil | sum: 'k'", "1")]
    [InlineData("floats | sum: 'k'", "0")]
    [InlineData("nothing | sum", "0")]
    [InlineData("'12' | sum", "12")]
    public void List_OfAnyKind_IsChanged(string expression, string? expected) => Check("{{ " + expression + " }}", expected);

    [Theory]
    [InlineData("nothing | default: 'd'", "d")]
    [InlineData("'' | default: 'd'", "d")]
    [InlineData("' ' | default: 'd'", " ")]
    [InlineData("0 | default: 'd'", "0")]
    [InlineData("empty_list | default: 'd'", "d")]
    [InlineData("empty_map | default: 'd'", "d")]
    [InlineData("empty | default: 'd'", "d")]
    [InlineData("no | default: 'd', allow_false: nothing", "d")]
    [InlineData("no | default: 'd', allow_false: 1", "d")]
    [InlineData("'' | default: 'd', allow_false: true", "d")]
    [InlineData("nothing | default: 'd', allow_false: true", "d")]
    [InlineData("no | default: nothing", "")]
    [InlineData("no | default: 'd', 5, 6", null)]
    public void Default_OfAnyKind_StandsInForWhatIsEmpty(string expression, string? expected) =>
        Check("{{ " + expression + " }}", expected);

    [Theory]
    [InlineData("date | date: '%Y'", "2026")]
    [InlineData("date | date: nothing", "2026-07-18 22:00:00Z")]
    [InlineData("date | date: ''", "")]
    [InlineData("date | date: 5", "5")]
    [InlineData("date | date: '%Y', 1", null)]
    [InlineData("date | date", "2026-07-18 22:00:00Z")]
    [InlineData("nothing | date: '%Y'", "")]
    [InlineData("'' | date: '%Y'", "")]
    [InlineData("half | date: '%Y'", "1970")]
    [InlineData("list | date: '%Y'", "")]
    [InlineData("yes | date: '%Y'", "")]
    [InlineData("0 | date: '%F'", "1970-01-01")]
    [InlineData("-86400 | date: '%F'", "1969-12-31")]
    [InlineData("'1152098955' | date: '%F'", "")]
    [InlineData("'NOW' | date: '%F'", "")]
    [InlineData("'Today' | date: '%F'", "")]
    [InlineData("'Monday' | date: '%F'", "")]
    [InlineData("'Mon 13 July 2026' | date: '%F'", "2026-07-13")]
    [InlineData("'March' | date: '%F'", "")]
    [InlineData("'03/14/2016' | date: '%F'", "2016-03-14")]
    public void Date_OfAnyKind_IsShownOrLeft(string expression, string? expected) => Check("{{ " + expression + " }}", expected);

    internal static void Check(string template, string? expected)
    {
        string Rendered() => Render.Plain(template, Partials, Model);
        if (expected is null) Should.Throw<TemplateException>(Rendered);
        else Rendered().ShouldBe(expected);
    }
}
