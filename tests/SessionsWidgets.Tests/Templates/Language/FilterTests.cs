using System.Globalization;
using Fluid.Values;

namespace SessionsWidgets.Tests.Templates;

/// <summary>Every filter on an input that it is made for.</summary>
public class FilterTests
{
    private static readonly Dictionary<string, string> Partials = [];

    private static readonly FluidValue Model = Render.Map(
        ("list", Render.List("b", "A", "c", "a")),
        ("numbers", Render.List(3, 1, 2.5m)),
        ("items", Render.List(
            Render.Map(("name", "one"), ("price", 3), ("sold", true)),
            Render.Map(("name", "two"), ("price", 1)),
            Render.Map(("name", "Tri"), ("price", 2), ("sold", false)))),
        ("mixed", Render.List("x", null, "x", 1, 1.0m)),
        ("map", Render.Map(("a", 1), ("b", "x"))),
        ("date", new DateTimeValue(DateTimeOffset.Parse("2026-07-05T09:08:07.045Z", CultureInfo.InvariantCulture))));

    /// <summary>A day that is text is that day in the zone of the rendering, west and east of UTC.</summary>
    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Pacific/Auckland")]
    [InlineData("UTC")]
    public void LocalizedDate_OfADayAsText_IsThatDay(string zone)
    {
        var run = Render.Run(zone: TimeZoneInfo.FindSystemTimeZoneById(zone));
        Render.Text(Render.Compile("{{ '2026-07-02' | localized_date }}"), Render.Map(), run).ShouldBe("2 Jul 2026");
    }

    [Theory]
    [InlineData("-3 | abs", "3")]
    [InlineData("'a' | append: 'b'", "ab")]
    [InlineData("3 | at_least: 5.5", "5.5")]
    [InlineData("3 | at_most: 2", "2")]
    [InlineData("'a?>~' | base64_encode", "YT8+fg==")]
    [InlineData("'YT8+fg==' | base64_decode", "a?>~")]
    [InlineData("'a?>~' | base64_url_safe_encode", "YT8-fg")]
    [InlineData("'YT8-fg' | base64_url_safe_decode", "a?>~")]
    [InlineData("'éCOLE Bus' | capitalize", "ÉCOLE Bus")]
    [InlineData("1.2 | ceil", "2")]
    [InlineData("mixed | compact | join: ','", "x,x,1,1.0")]
    [InlineData("items | compact: 'sold' | map: 'name' | join", "oneTri")]
    [InlineData("list | concat: numbers | join: ''", "bAca312.5")]
    [InlineData("date | date: '%Y-%m-%d'", "2026-07-05")]
    [InlineData("'' | default: 'x'", "x")]
    [InlineData("false | default: 'x', allow_false: true", "false")]
    [InlineData("7 | divided_by: 2", "3")]
    [InlineData("-7 | divided_by: 2", "-4")]
    [InlineData("7 | divided_by: 2.0", "3.5")]
    [InlineData("'ÀB' | downcase", "àb")]
    [InlineData("items | find: 'name', 'two' | size", "2")]
    [InlineData("items | find_index: 'name', 'two'", "1")]
    [InlineData("list | first", "b")]
    [InlineData("-1.2 | floor", "-2")]
    [InlineData("items | has: 'name', 'no'", "false")]
    [InlineData("list | join: '-'", "b-A-c-a")]
    [InlineData("list | last", "a")]
    [InlineData("'  a ' | lstrip", "a ")]
    [InlineData("items | map: 'price' | join", "312")]
    [InlineData("5 | minus: 1.5", "3.5")]
    [InlineData("-7 | modulo: 3", "-1")]
    [InlineData("'a\nb' | newline_to_br", "a<br />\nb")]
    [InlineData("0.1 | plus: 0.2", "0.3")]
    [InlineData("'a' | prepend: 'b'", "ba")]
    [InlineData("items | reject: 'sold' | map: 'name' | join", "twoTri")]
    [InlineData("'abab' | remove: 'a'", "bb")]
    [InlineData("'abab' | remove_first: 'a'", "bab")]
    [InlineData("'abab' | remove_last: 'a'", "abb")]
    [InlineData("'abab' | replace: 'a', 'x'", "xbxb")]
    [InlineData("'abab' | replace_first: 'a', 'x'", "xbab")]
    [InlineData("'abab' | replace_last: 'a', 'x'", "abxb")]
    [InlineData("list | reverse | join", "acAb")]
    [InlineData("2.345 | round: 2", "2.34")]
    [InlineData("' a  ' | rstrip", " a")]
    [InlineData("'a😀b' | size", "4")]
    [InlineData("list | slice: 1, 2 | join", "Ac")]
    [InlineData("list | sort | join", "Aabc")]
    [InlineData("items | sort: 'price' | map: 'name' | join", "twoTrione")]
    [InlineData("list | sort_natural | join", "Aabc")]
    [InlineData("items | sort_natural: 'name' | map: 'name' | join", "oneTritwo")]
    [InlineData("'a,b,,' | split: ',' | size", "2")]
    [InlineData("' a ' | strip", "a")]
    [InlineData("'a<script>x</script><!-- y --><b>c</b><style>z</style>d <' | strip_html", "axczd ")]
    [InlineData("'a\r\nb\n' | strip_newlines", "ab")]
    [InlineData("items | sum: 'price'", "6")]
    [InlineData("numbers | sum", "6.5")]
    [InlineData("3 | times: 1.1", "3.3")]
    [InlineData("'Zoë smokes' | truncate: 6", "Zoë...")]
    [InlineData("'a b c d' | truncatewords: 2, '--'", "a b--")]
    [InlineData("mixed | uniq | size", "3")]
    [InlineData("'straße' | upcase", "STRAßE")]
    [InlineData("'a%20b+c%C3%A9' | url_decode", "a b cé")]
    [InlineData("'a b&é*~' | url_encode", "a+b%26%C3%A9*%7E")]
    [InlineData("items | where: 'sold', false | map: 'name' | join", "Tri")]
    [InlineData("items | where: 'sold' | map: 'name' | join", "one")]
    [InlineData("map", "")]
    [InlineData("mixed | append: ''", "xx11.0")]
    [InlineData("1 | divided_by: 3.0", "0.3333333333333333333333333333")]
    [InlineData("100000000000000000000.5 | plus: 0", "100000000000000000000.5")]
    [InlineData("0.00001 | plus: 0", "1E-05")]
    public void Filter_OnItsInput_GivesItsResult(string expression, string? expected) => Check("{{ " + expression + " }}", expected);

    [Theory]
    [InlineData("%Y %C %y %G %g", "2026 20 26 2026 26")]
    [InlineData("%m %-m %_m %B %^B %b %h %^b", "07 7  7 July JULY Jul Jul JUL")]
    [InlineData("%d %e %-d %j %u %w %A %a %^a", "05  5 5 186 7 0 Sunday Sun SUN")]
    [InlineData("%V %U %W", "27 27 26")]
    [InlineData("%H %k %I %l %M %S %p %P %#p", "09 9 09  9 08 07 AM am %#p")]
    [InlineData("%L %N %3N %6N %12N", "045 450000000 450 450000 450000000000")]
    [InlineData("%z %:z %::z %Z", "+0000 +00:00 +00:00 +00:00")]
    [InlineData("%s", "1783242487")]
    [InlineData(
        "%c|%x|%X|%D|%F|%T|%R|%r|%v",
        "Sunday, 05 July 2026 09:08:07|07/05/2026|09:08|07/05/26|2026-07-05|09:08:07|09:08|09:08:07 AM| 5-Jul-2026")]
    [InlineData("%%%n%t|%10Y|%_5d|%05e|%10A|%q", "%\n\t|0000002026|    5|    5|Sunday|%q")]
    public void Date_EveryConversion_IsWritten(string format, string expected) => Check($"{{{{ date | date: '{format}' }}}}", expected);

    [Theory]
    [InlineData("2026-07-05", "2026-07-05 00:00:00 +0000")]
    [InlineData("2026-07-05T09:08:07Z", "2026-07-05 09:08:07 +0000")]
    [InlineData("2026-07-05 09:08:07.5 +0530", "2026-07-05 09:08:07 +0530")]
    [InlineData("2026/7/5", "2026-07-05 00:00:00 +0000")]
    [InlineData("July 5, 2026 9:08 pm", "2026-07-05 21:08:00 +0000")]
    [InlineData("5 Jul 2026", "2026-07-05 00:00:00 +0000")]
    [InlineData("Sun, 05 Jul 2026 09:08:07 GMT", "2026-07-05 09:08:07 +0000")]
    [InlineData("5th July 2026", "")]
    [InlineData("05.07.2026", "2026-05-07 00:00:00 +0000")]
    [InlineData("20260705", "")]
    [InlineData("now", "2026-07-18 22:00:00 +0000")]
    [InlineData("hello", "")]
    [InlineData("2026-13-45", "")]
    public void Date_FromText_IsRead(string text, string expected) => Check($"{{{{ '{text}' | date: '%F %T %z' }}}}", expected);

    /// <summary>A time without a day is one of today.</summary>
    [Fact]
    public void Date_FromTimeOfDay_IsRead() => Check("{{ '12:30' | date: '%T' }}", "12:30:00");

    private static void Check(string template, string? expected)
    {
        string Rendered() => Render.Plain(template, Partials, Model);
        if (expected is null) Should.Throw<TemplateException>(Rendered);
        else Rendered().ShouldBe(expected);
    }
}
