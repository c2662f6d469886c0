using Fluid.Values;

namespace SessionsWidgets.Tests.Templates;

/// <summary>A name of the model that the template may also give a value to: which of the two is seen, before and after.</summary>
public class RootNamesTests
{
    private static readonly Dictionary<string, string> Partials = new()
    {
        ["p"] = "[{{ a }}]",
        ["shows"] = "{{ p }}",
        ["assigns"] = "{% assign a = 3 %}[{{ a }}]",
        ["counts"] = "[{% increment n %}]",
    };

    private static readonly FluidValue Model = Render.Map(
        ("a", "x"),
        ("n", 3),
        ("p", "y"),
        ("key", "a"),
        ("name", "p"),
        ("other", "assigns"),
        ("counts", "counts"));

    [Theory]
    [InlineData("{{ a }}{% assign a = 1 %}{{ a }}", "x1")]
    [InlineData("{% for i in (1..2) %}{% if a %}{{ a }}{% endif %}{% assign a = i %}{% endfor %}{{ a }}", "x12")]
    [InlineData("{{ a.size }}{% capture a %}long{% endcapture %}{{ a.size }}", "14")]
    [InlineData("{% if a %}{{ a }}{% endif %}{% for a in (1..2) %}{{ a }}{% endfor %}{{ a }}", "x12x")]
    [InlineData("{% if n %}{{ n }}{% endif %}{% increment n %}{{ n }}{% decrement n %}{{ n }}", "303-13")]
    [InlineData(
        "{{ a }}{% tablerow a in (1..1) %}{{ a }}{% endtablerow %}{{ a }}",
        "x<tr class=\"row1\">\n<td class=\"col1\">1</td></tr>\nx")]
    [InlineData("{% if a %}{{ a }}{% endif %}{% include 'p', a: 2 %}{{ a }}", "x[2]x")]
    [InlineData("{% if a %}{{ a }}{% endif %}{% include name, a: 2 %}{{ a }}", "x[2]x")]
    [InlineData("{% if a %}{{ a }}{% endif %}{% include 'assigns' %}{{ a }}", "x[3]3")]
    [InlineData("{% if a %}{{ a }}{% endif %}{% include other %}{{ a }}{% include other %}", "x[3]3[3]")]
    [InlineData("{% if n %}{{ n }}{% endif %}{% include counts %}{{ n }}", "3[0]3")]
    [InlineData("{% if a %}{{ a }}{% endif %}{% render 'p', a: 4 %}{% render 'p' %}{{ a }}", "x[4][]x")]
    [InlineData("{% if p %}{{ p }}{% endif %}{% include 'shows' with 5 as p %}{{ p }}", "y5y")]
    [InlineData("{% if forloop %}{{ forloop.index }}{% endif %}{% for i in (1..1) %}{{ forloop.index }}{% endfor %}", "1")]
    public void Render_ANameOfTheModel_IsSeenUntilTheTemplateGivesItAValue(string template, string expected) =>
        Render.Text(Render.Compile(template, Partials), Model).ShouldBe(expected);
}
