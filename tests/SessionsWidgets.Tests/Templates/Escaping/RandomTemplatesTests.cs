using System.Globalization;
using Fluid.Values;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Templates;

/// <summary>
/// Random templates and partials over hostile data: the document keeps the elements and attributes that harmless data give,
/// and a partial that is rendered, included or put in place of its call writes the same.
/// </summary>
public class RandomTemplatesTests
{
    private const int Templates = 1500;

    private static readonly string[] Harmless = ["one", "two", "three", "four"];

    private static readonly string[][] Hostile =
    [
        ["<script>alert(1)</script>", "\" onmouseover=\"x", "javascript:alert(1)", "'><img src=x onerror=alert(1)>"],
        ["</script><script>x", "</title></textarea><b>", "\\\"}];alert(1)//", "--><svg onload=x>"],
        ["&lt;b&gt;&#39;&quot;", "\ufdd1b\ufdd2\ufdd3 x=\ufdd4", "//example.com/\\x", "data:text/html,<b>\u2028"],
    ];

    private static readonly (string Before, string After)[] Places =
    [
        ("<p title=\"", "\">"),
        ("<a href='/s?q=", "'>x</a>"),
        ("<textarea>", "</textarea>"),
        ("<script type=\"application/json\">\"", "\"</script>"),
    ];

    [Fact]
    public void Render_RandomTemplatesOverHostileData_KeepTheShapeOfTheDocument()
    {
        var random = new Random(20260718);
        var rendered = 0;
        for (var i = 0; i < Templates; i++)
        {
            var writer = new RandomTemplate(random);
            var partials = new Dictionary<string, string> { ["inner"] = writer.Text(2), ["outer"] = writer.Text(2, "inner") };
            var page = writer.Text(2, "outer");
            var what = $"case {i}\npage: {page}\nouter: {partials["outer"]}\ninner: {partials["inner"]}";
            var template = Render.Compile(page, partials);

            var expected = HtmlShape.Of(Render.Text(template, Model(Harmless)));
            foreach (var texts in Hostile)
            {
                var html = Render.Text(template, Model(texts));
                HtmlShape.Of(html).ShouldBe(expected, $"{what}\n{html}");
                HtmlShape.UrlsOf(html).ShouldAllBe(url => HtmlShape.IsAllowed(url), $"{what}\n{html}");
                rendered++;
            }
        }

        rendered.ShouldBe(Templates * Hostile.Length);
    }

    [Fact]
    public void Render_APartial_WritesWhatItsTextInPlaceWrites()
    {
        var random = new Random(20260719);
        for (var i = 0; i < Templates; i++)
        {
            var writer = new RandomTemplate(random);
            var partial = writer.Text(3);
            var partials = new Dictionary<string, string> { ["part"] = partial };
            var model = Model(Hostile[i % Hostile.Length]);
            var all = string.Concat(RandomTemplate.Names.Select(static name => $", {name}: {name}"));
            var what = string.Create(CultureInfo.InvariantCulture, $"case {i}: {partial}");

            var expected = Render.Text(Render.Compile($"<div>{partial}</div>"), model);
            Render.Text(Render.Compile($"<div>{{% render 'part'{all} %}}</div>", partials), model).ShouldBe(expected, what);
            Render.Text(Render.Compile("<div>{% include 'part' %}</div>", partials), model).ShouldBe(expected, what);
            Render.Text(Render.Compile("<div>{% assign p = 'part' %}{% include p %}</div>", partials), model).ShouldBe(expected, what);
            Render.Text(Render.Compile("{% for i in (1..1) %}<div>{% include 'part' %}</div>{% endfor %}", partials), model)
                .ShouldBe(expected, what);
        }
    }

    [Fact]
    public void Render_APartialInAnAttribute_WritesWhatItsTextInPlaceWrites()
    {
        var random = new Random(20260720);
        var all = string.Concat(RandomTemplate.Names.Select(static name => $", {name}: {name}"));
        for (var i = 0; i < Templates / Places.Length; i++)
        {
            var partial = new RandomTemplate(random).Words();
            var partials = new Dictionary<string, string> { ["part"] = partial };
            var model = Model(Hostile[i % Hostile.Length]);
            foreach (var (before, after) in Places)
            {
                string In(string text) => Render.Text(Render.Compile(before + text + after, partials), model);
                var place = $"{before}…{after}";
                In($"{{% render 'part'{all} %}}").ShouldBe(In(partial), $"case {i} in {place}: {partial}");
                In("{% include 'part' %}").ShouldBe(In(partial), $"case {i} in {place}: {partial}");
            }
        }
    }

    /// <summary>A capture that calls a partial is HTML, whatever the partial holds.</summary>
    [Fact]
    public void Compile_ACaptureThatCallsAPartial_CannotStandInAnAttribute() =>
        Render.Error(
            "{% capture c %}{% render 'part' %}{% endcapture %}<i class=\"{{ c }}\">", new Dictionary<string, string> { ["part"] = "x" })
            .Kind.ShouldBe(TemplateErrorKind.Encoding);

    private static FluidValue Model(string[] texts) => Render.Map(
        ("a", texts[0]),
        ("b", Render.Map(("x", texts[1]), ("y", Render.Map(("x", texts[2]))))),
        ("c", texts[3]),
        ("n", 7),
        ("list", Render.List(Render.Map(("x", texts[0]), ("y", texts[1])), texts[2], Render.List(texts[3], 5), null)));
}
