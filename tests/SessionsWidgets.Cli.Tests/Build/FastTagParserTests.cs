using System.Globalization;
using System.Text;
using SessionsWidgets.Cli.Build.Html;

namespace SessionsWidgets.Cli.Tests.Build;

/// <summary>The fast way through a page finds what the full parser finds.</summary>
public sealed class FastTagParserTests
{
    private static readonly WidgetTagNames Names = new(["recent-smokes", "cigar-cards", "session-card"]);

    private static readonly string[] Pieces =
    [
        "<recent-smokes limit=\"6\">", "</recent-smokes>", "<RECENT-Smokes>", "<recent-smokes a='>' b=\"</x>\" c=d/>", "<cigar-cards/>",
        "<session-card/ >",
        "<p>", "</p>", "<div>", "</div>", "<!-- ", "-->", "--!>", "<!-->", "<!--->", "<script>", "</script>", "<script", "<SCRIPT>",
        "</SCRIPT\n>", "<!--<script>",
        "<style>", "</style>", "<title>", "</title>", "<textarea>", "</textarea >", "<noscript>", "</noscript>", "<iframe>", "</iframe>",
        "<xmp>", "</xmp>", "<noembed>",
        "<noframes>", "</noframes>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<tbody>", "<col>", "<caption>", "<colgroup>",
        "<ul><li>", "</ul>", "<dd>", "<dt>",
        "text ", "a < b ", "<b>", "</b>", "<a href=x>", "</a>", "<head>", "</head>", "<body>", "</body>", "<html>", "</html>",
        "<!doctype html>", "<!DOCTYPE html PUBLIC \"a>b\">",
        "<?php x ?>", "</ x>", "</>", "<img src=a>", "<br/>", "\r\n", "\t", "&amp;", "<![CDATA[", "]]>", "<x y", "=", "\"", "'", ">", "/",
        "<", "-", "\u00e4\u00df",
        "<h1>", "</h1>", "<form>", "<button>", "</button>", "<option>", "<input>", "<pre>\n", "<nobr>", "<image>", "<object>", "</object>",
        "<applet>", "<center>", "<font>", "<em>", "</em>",
        "<menuitem>", "<keygen>", "<param>", "<rt>", "<ruby>", "<frame>", "<details>",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TryRead_RandomPages_FindsWhatTheFullParserFinds(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 5000; i++)
        {
            var page = new StringBuilder();
            if (random.Next(2) == 0) page.Append("<!doctype html><html><head><title>x</title></head><body>");
            for (var pieces = random.Next(1, 14); pieces > 0; pieces--) page.Append(Pieces[random.Next(Pieces.Length)]);
            var bytes = Encoding.UTF8.GetBytes(page.ToString());
            var (plain, full) = (new WidgetTagFinder(Names), new WidgetTagFinder(Names));
            FastTagParser.TryRead(bytes, plain).ShouldBeTrue();
            DomTagParser.Read(bytes, full);
            Show(plain.Finish(bytes)).ShouldBe(Show(full.Finish(bytes)), page.ToString());
        }
    }

    [Theory]
    [InlineData("<svg></svg>")]
    [InlineData("<math>")]
    [InlineData("<select>")]
    [InlineData("<template>")]
    [InlineData("<frameset>")]
    [InlineData("<plaintext>")]
    [InlineData("a\0b")]
    public void TryRead_PageWhoseTreeMatters_IsLeftToTheFullParser(string page) =>
        FastTagParser.TryRead(Encoding.UTF8.GetBytes(page), new WidgetTagFinder(Names)).ShouldBeFalse();

    private static string Show(PageTags found) => string.Join('\n',
        [
            .. found.Tags.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Name} {t.Start} {t.Content} {t.End}")),
            .. found.Paragraphs.Select(p => p.ToString()),
            .. found.Problems.Where(p => p.IsError).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Position} {p.Message}"))]);
}
