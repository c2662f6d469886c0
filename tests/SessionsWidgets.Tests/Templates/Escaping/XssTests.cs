using System.Text.Json;

namespace SessionsWidgets.Tests.Templates;

/// <summary>Whatever a visitor typed, the page has the same elements and attributes as with a harmless text.</summary>
public class XssTests
{
    private const string Harmless = "harmless";

    public static TheoryData<string> Templates => new()
    {
        "<p>{{ v }}</p>",
        "<p title=\"{{ v }}\">x</p>",
        "<p title='{{ v }}'>x</p>",
        "<p class=\"a {{ v }} b\" data-x='{{ v }}'>{{ v }}</p>",
        "<a href=\"{{ v }}\">x</a>",
        "<a href='{{ v }}'>x</a>",
        "<a href=\"/s/{{ v }}\">x</a>",
        "<a href=\"/{{ v }}\">x</a>",
        "<a href=\"/s/list?q={{ v }}#{{ v }}\">x</a>",
        "<a href=\"{{ empty_text }}{{ v }}\">x</a>",
        "<img src=\"{{ v }}\" srcset=\"{{ v }} 1x, {{ v }} 2x\" alt=\"{{ v }}\">",
        "<form action=\"{{ v }}\"><button formaction=\"{{ v }}\">x</button></form>",
        "<textarea>{{ v }}</textarea><title>{{ v }}</title>",
        "<script type=\"application/ld+json\">{\"name\": {{ v }}, \"of\": \"a {{ v }} b\", \"all\": {{ list }}}</script>",
        "<svg><text x=\"{{ v }}\">{{ v }}</text><a xlink:href=\"{{ v }}\"></a></svg>",
        "{% capture c %}<b>{{ v }}</b>{% endcapture %}<div>{{ c }}</div>",
        "{% capture c %}{{ v }}{% endcapture %}<div title=\"{{ c }}\">{{ c }}</div><a href=\"{{ c }}\"></a>",
        "{% capture c %}{{ v | escape }}{% endcapture %}<div title=\"{{ c }}\">{{ c }}</div><a href=\"{{ c }}\"></a>",
        "<p title=\"{{ v | escape }}\">{{ v | escape }}</p><a href=\"{{ v | escape }}\">{{ v | escape_once }}</a>",
        "<p>{{ v | newline_to_br }}</p><p>{{ v | escape_once }}</p><p title=\"{{ v | escape_once }}\"></p>",
        "<p>{{ v | upcase }}{{ v | append: '<' }}{{ list | join: ', ' }}{{ list }}{{ v | split: '' }}</p>",
        "<p {% if v %}title=\"{{ v }}\"{% endif %}>{% for c in list %}<b>{{ c }}</b>{% endfor %}</p>",
        "<p>{% cycle v, v %}{% echo v %}{{ v | truncate: 20 }}{{ v | strip_html }}{{ v | slice: 1, 40 }}</p>",
        "<p>{% render 'part', v: v %}</p><p {% render 'attribute', v: v %}></p>",
    };

    [SkippableTheory]
    [MemberData(nameof(Templates))]
    public void Render_HostileText_LeavesTheDocumentAsItIs(string template)
    {
        var file = SharedFiles.Find("security/xss-sample.json");
        Skip.If(file is null, "../shared/security/xss-sample.json is not there.");
        using var strings = JsonDocument.Parse(File.ReadAllText(file));
        var partials = new Dictionary<string, string>
        {
            ["part"] = "{{ v }}<i title=\"{{ v }}\">{{ v }}</i>",
            ["attribute"] = "title=\"{{ v }}\"",
        };
        var compiled = Render.Compile(template, partials);
        var expected = HtmlShape.Of(Rendered(compiled, Harmless));

        foreach (var element in strings.RootElement.EnumerateArray())
        {
            var text = element.GetString()!;
            var html = Rendered(compiled, text);
            // How many line breaks there are is what the text says; that there is nothing else is what counts.
            HtmlShape.Of(html).Replace("br()", string.Empty).ShouldBe(expected.Replace("br()", string.Empty), $"{text}\n{html}");
            HtmlShape.UrlsOf(html).ShouldAllBe(url => HtmlShape.IsAllowed(url), html);
        }
    }

    private static string Rendered(CompiledTemplate template, string text) =>
        Render.Text(template, Render.Map(("v", text), ("list", Render.List(text, text)), ("empty_text", string.Empty)));
}
