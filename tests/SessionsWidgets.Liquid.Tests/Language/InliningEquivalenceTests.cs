using System.Globalization;

namespace SessionsWidgets.Liquid.Tests;

/// <summary>Random small partials, put in place of their calls and really called, write the same.</summary>
public class InliningEquivalenceTests
{
    private const int Templates = 3000;

    /// <summary>Writes nothing, and keeps a partial from being inlined.</summary>
    private const string NotInlined = "{% for never in nothing_at_all %}{% endfor %}";

    private static readonly string[] Names = ["a", "b", "c"];
    private static readonly string[] Members = ["x", "y"];

    [Theory]
    [InlineData(LiquidEncoding.Html)]
    [InlineData(LiquidEncoding.Text)]
    public void Render_WithAndWithoutInlining_WritesTheSame(LiquidEncoding encoding)
    {
        var random = new Random(20260718);
        for (var i = 0; i < Templates; i++)
        {
            var inner = Nodes(random, depth: 2, calls: null);
            var outer = Nodes(random, depth: 2, calls: "inner");
            var page = $"{{% assign c = 'C' %}}{Nodes(random, 1, "outer")}{{% for a in list %}}{Nodes(random, 2, "outer")}{Nodes(random, 1, "inner")}{{% endfor %}}{{{{ c }}}}";

            var inlined = Run(page, outer, inner, string.Empty, encoding);
            var called = Run(page, outer, inner, NotInlined, encoding);

            inlined.ShouldBe(called, string.Create(CultureInfo.InvariantCulture, $"case {i}\npage: {page}\nouter: {outer}\ninner: {inner}"));
        }
    }

    /// <summary>What a template writes, or where and how it fails.</summary>
    private static string Run(string page, string outer, string inner, string end, LiquidEncoding encoding)
    {
        var partials = new Dictionary<string, string>(StringComparer.Ordinal) { ["outer"] = outer + end, ["inner"] = inner + end };
        var options = new LiquidOptions { Encoding = encoding, Loader = new DictionaryTemplateLoader(partials) };
        try
        {
            return LiquidTemplate.Parse(page, "page", options).Render(Model(), Settings.Standard);
        }
        catch (LiquidException exception)
        {
            var error = exception.Error;
            return string.Create(CultureInfo.InvariantCulture, $"{error.TemplateName}:{error.Line}:{error.Column}: {error.Message}");
        }
    }

    private static LiquidValue Model() => Render.Map(
        ("a", "root <a>"),
        ("b", Render.Map(("x", 1), ("y", Render.Map(("x", "deep & 'quoted'"))))),
        ("list", Render.List(Render.Map(("x", true), ("y", "1 > 0")), Render.Map(("x", false)), "text", LiquidValue.Nil)));

    private static string Nodes(Random random, int depth, string? calls)
    {
        var nodes = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Node(random, depth, calls));
        return string.Concat(nodes);
    }

    private static string Node(Random random, int depth, string? calls)
    {
        var (open, close) = (random.Next(4) == 0 ? "{%-" : "{%", random.Next(4) == 0 ? "-%}" : "%}");
        return random.Next(depth > 0 ? 9 : 6) switch
        {
            0 => random.Next(2) == 0 ? " text\n" : "<b>é</b> ",
            1 or 2 => $"{{{{ {Value(random)}{Filter(random)} }}}}",
            3 or 4 => $"{open} assign {Pick(random, Names)} = {Value(random)}{Filter(random)} {close}",
            5 when calls is not null => $"{open} render '{calls}'{Arguments(random)} {close}",
            5 => $"{{{{ {Value(random)} }}}}\n",
            6 => $"{open} if {Condition(random)} {close}{Nodes(random, depth - 1, calls)}{{% elsif {Condition(random)} %}}{Nodes(random, depth - 1, calls)}{open} endif {close}",
            7 => $"{open} unless {Condition(random)} {close}{Nodes(random, depth - 1, calls)}{{% else %}}{Nodes(random, depth - 1, calls)}{{% endunless %}}",
            _ => $"{open} case {Value(random)} {close}{{% when {Value(random)}, 1 %}}{Nodes(random, depth - 1, calls)}{{% else %}}{Nodes(random, depth - 1, calls)}{{% endcase %}}",
        };
    }

    private static string Value(Random random) => random.Next(8) switch
    {
        0 => "'lit'",
        1 => random.Next(3).ToString(CultureInfo.InvariantCulture),
        2 => random.Next(2) == 0 ? "true" : "nil",
        3 or 4 => Pick(random, Names),
        5 => $"{Pick(random, Names)}[0]",
        6 => $"{Pick(random, Names)}.{Pick(random, Members)}.{Pick(random, Members)}",
        _ => $"{Pick(random, Names)}.{Pick(random, Members)}",
    };

    private static string Filter(Random random) => random.Next(7) switch
    {
        0 => " | upcase",
        1 => " | append: a",
        2 => $" | default: {Value(random)}",
        3 when random.Next(6) == 0 => " | divided_by: 0",
        _ => string.Empty,
    };

    private static string Condition(Random random)
    {
        var first = Comparison(random);
        return random.Next(3) switch
        {
            0 => $"{first} and {Comparison(random)} or {Comparison(random)}",
            1 => $"{first} or {Comparison(random)}",
            _ => first,
        };
    }

    private static string Comparison(Random random) => random.Next(4) switch
    {
        0 => $"{Value(random)} == {Value(random)}",
        1 => $"{Value(random)} {(random.Next(2) == 0 ? "==" : "!=")} {(random.Next(2) == 0 ? "true" : "false")}",
        _ => Value(random),
    };

    private static string Arguments(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => $", {Pick(random, Names)}: {Value(random)}"));

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
