using Fluid.Values;

namespace SessionsWidgets.Tests.Templates;

/// <summary>Values that are HTML already, by <c>raw</c>, a capture or a filter: what is made of them is text again.</summary>
public class HtmlValuesTests
{
    private const string Encoded = "&lt;b&gt;x&amp;amp;&lt;/b&gt;";

    private static readonly (string Name, object? Value)[] Model =
    [
        ("html", new StringValue("<b>x&amp;</b>", encode: false)),
        ("list", new ArrayValue([new StringValue("<i>", encode: false), new StringValue("\" onclick=\"x", encode: false)])),
        ("v", "<b>x&amp;</b>"),
        ("e", ""),
    ];

    [Theory]
    [InlineData("append: ''", Encoded)]
    [InlineData("prepend: e", Encoded)]
    [InlineData("strip", Encoded)]
    [InlineData("lstrip", Encoded)]
    [InlineData("rstrip", Encoded)]
    [InlineData("downcase", Encoded)]
    [InlineData("upcase", "&lt;B&gt;X&amp;AMP;&lt;/B&gt;")]
    [InlineData("capitalize", Encoded)]
    [InlineData("strip_newlines", Encoded)]
    [InlineData("replace: 'x', '<x>'", "&lt;b&gt;&lt;x&gt;&amp;amp;&lt;/b&gt;")]
    [InlineData("replace_first: 'x', 'y'", "&lt;b&gt;y&amp;amp;&lt;/b&gt;")]
    [InlineData("replace_last: 'x', 'y'", "&lt;b&gt;y&amp;amp;&lt;/b&gt;")]
    [InlineData("remove: 'amp;'", "&lt;b&gt;x&amp;&lt;/b&gt;")]
    [InlineData("remove_first: 'x'", "&lt;b&gt;&amp;amp;&lt;/b&gt;")]
    [InlineData("remove_last: 'x'", "&lt;b&gt;&amp;amp;&lt;/b&gt;")]
    [InlineData("slice: 0, 5", "&lt;b&gt;x&amp;")]
    [InlineData("truncate: 9", "&lt;b&gt;x&amp;a...")]
    [InlineData("truncatewords: 1", null)]
    [InlineData("split: 'x' | first", "&lt;b&gt;")]
    [InlineData("split: 'x' | join: 'x'", Encoded)]
    [InlineData("split: 'x'", "&lt;b&gt;&amp;amp;&lt;/b&gt;")]
    [InlineData("reverse | join: ''", null)]
    [InlineData("url_decode", Encoded)]
    [InlineData("base64_encode | base64_decode", Encoded)]
    [InlineData("first", null)]
    [InlineData("strip_html", "x&amp;amp;")]
    public void Filter_OverHtml_GivesTextThatIsEncoded(string filter, string? expected)
    {
        foreach (var value in (string[])["html", "v | raw", "c"])
        {
            var html = Render.Html($"{{% capture c %}}<b>x&amp;</b>{{% endcapture %}}{{{{ {value} | {filter} }}}}", Model);
            if (expected is null) html.ShouldNotContain('<');
            else html.ShouldBe(expected, value);
        }
    }

    [Theory]
    [InlineData("append: html")]
    [InlineData("prepend: html")]
    [InlineData("replace: 'x', html")]
    public void Filter_WithHtmlAsItsArgument_GivesTextThatIsEncoded(string filter) =>
        Render.Html($"{{{{ v | {filter} }}}}", Model).ShouldNotContain('<');

    [Theory]
    [InlineData("{{ html }}", "<b>x&amp;</b>")]
    [InlineData("{{ html | escape }}", "<b>x&amp;</b>")]
    [InlineData("{{ nothing | default: html }}", "<b>x&amp;</b>")]
    [InlineData("{{ html | newline_to_br }}", "<b>x&amp;</b>")]
    [InlineData("{{ html | newline_to_br | upcase }}", "&lt;B&gt;X&amp;AMP;&lt;/B&gt;")]
    [InlineData("<p title=\"{{ html }}\">", "<p title=\"&lt;b&gt;x&amp;&lt;/b&gt;\">")]
    [InlineData("<p title=\"{{ list }}\">", "<p title=\"&lt;i&gt;&quot; onclick=&quot;x\">")]
    [InlineData("<p title='{{ list | join: '&' }}'>", "<p title='&lt;i&gt;&amp;&quot; onclick=&quot;x'>")]
    [InlineData("<p title='{% for i in list %}{{ i }}{% endfor %}'>", "<p title='&lt;i&gt;&quot; onclick=&quot;x'>")]
    [InlineData("<p title='{{ list | reverse | last }}{{ list | concat: list | first }}'>", "<p title='&lt;i&gt;&lt;i&gt;'>")]
    [InlineData("<a href='/?q={{ list }}'>", "<a href='/?q=%3Ci%3E%22%20onclick%3D%22x'>")]
    [InlineData(
        "<script type='application/json'>{{ list }}</script>",
        "<script type='application/json'>[\"\\u003Ci\\u003E\",\"\\u0022 onclick=\\u0022x\"]</script>")]
    [InlineData(
        "<p title='{% cycle html, v %}{% cycle list, v %}'>", "<p title='&lt;b&gt;x&amp;&lt;/b&gt;&lt;i&gt;&quot; onclick=&quot;x'>")]
    [InlineData("{% cycle html, v %}{% cycle v, html %}", "<b>x&amp;</b>" + Encoded)]
    [InlineData("<a href='/{% cycle html, v %}'>", "<a href='/%3Cb%3Ex%26%3C%2Fb%3E'>")]
    [InlineData(
        "<p title='{% increment n %}{% decrement n %}{% increment n %}'><a href='/{% increment n %}'>", "<p title='000'><a href='/1'>")]
    [InlineData(
        "<script type='application/json'>[{% cycle v %}]</script>",
        "<script type='application/json'>[\"\\u003Cb\\u003Ex\\u0026amp;\\u003C/b\\u003E\"]</script>")]
    public void Html_InEachPlace_IsEncodedForIt(string template, string expected)
    {
        var html = Render.Html(template, Model);

        // What counters give is Fluid's own; that they are encoded as digits is what counts here.
        if (template.Contains("increment", StringComparison.Ordinal)) html.ShouldMatch(@"^<p title='[-0-9]+'><a href='/[-0-9]+'>$");
        else html.ShouldBe(expected);
    }
}
