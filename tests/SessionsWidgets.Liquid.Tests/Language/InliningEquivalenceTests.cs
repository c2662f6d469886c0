using System.Globalization;

namespace SessionsWidgets.Liquid.Tests;

/// <summary>Random small partials, put in place of their calls, really called, and left by another template, write the same.</summary>
public class InliningEquivalenceTests
{
    private const int Templates = 3000;

    /// <summary>Writes nothing, and keeps a partial from being inlined.</summary>
    private const string NotInlined = "{% for never in nothing_at_all %}{% endfor %}";

    private static readonly string[] Names = ["a", "b", "c"];
    private static readonly string[] Members = ["x", "y"];
    private static readonly string[] Parameters = ["a", "b", "c", "html", "never_read"];

    [Theory]
    [InlineData(LiquidEncoding.Html, false)]
    [InlineData(LiquidEncoding.Html, true)]
    [InlineData(LiquidEncoding.Text, false)]
    public void Render_WithAndWithoutInlining_WritesTheSame(LiquidEncoding encoding, bool isModel)
    {
        var model = isModel ? RegisteredModel() : Model();
        var random = new Random(20260718);
        var cache = new LiquidPartialCache();
        for (var i = 0; i < Templates; i++)
        {
            var inner = Nodes(random, depth: 2, calls: null);
            var outer = Nodes(random, depth: 2, calls: "inner");
            var page = $"{{% assign c = 'C' %}}{Nodes(random, 1, "outer")}{{% for a in list %}}{Nodes(random, 2, "outer")}{Nodes(random, 1, "inner")}{{% endfor %}}{{{{ c }}}}{{{{ 1 | {(random.Next(9) == 0 ? "divided_by: 0" : "plus: 1")} }}}}";

            var inlined = Run(page, outer, inner, encoding, model);
            var called = Run(page, outer + NotInlined, inner + NotInlined, encoding, model);
            Run("{% render 'inner' %}{% render 'outer', never_read: 1 %}", outer, inner, encoding, model, cache);
            var kept = Run(page, outer, inner, encoding, model, cache);

            var what = string.Create(CultureInfo.InvariantCulture, $"case {i}\npage: {page}\nouter: {outer}\ninner: {inner}");
            inlined.ShouldBe(called, what);
            kept.ShouldBe(called, what);
        }
    }

    /// <summary>What a template writes, or where and how it fails.</summary>
    private static string Run(
        string page, string outer, string inner, LiquidEncoding encoding, LiquidValue model, LiquidPartialCache? cache = null)
    {
        var partials = new Dictionary<string, string>(StringComparer.Ordinal) { ["outer"] = outer, ["inner"] = inner };
        var options = new LiquidOptions { Encoding = encoding, Loader = new DictionaryTemplateLoader(partials), PartialCache = cache };
        try
        {
            return LiquidTemplate.Parse(page, "page", options).Render(model, Settings.Standard);
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
        ("html", LiquidValue.FromHtml("<i title=\"x\">h</i>")),
        ("list", Render.List(Render.Map(("x", true), ("y", "1 > 0")), Render.Map(("x", false)), "text", LiquidValue.Nil)));

    /// <summary>A root whose members have the names that the partials assign.</summary>
    private static LiquidValue RegisteredModel()
    {
        var models = new LiquidModels()
            .Add<Item>(item => item
                .Member("x", static item => item.X)
                .Model("y", static item => item.Y))
            .Add<Root>(root => root
                .Member("a", static _ => "root <a>")
                .Model("b", static root => root.B)
                .Member("c", static _ => true)
                .Member("html", static _ => LiquidValue.FromHtml("<i title=\"x\">h</i>"))
                .List("list", static root => root.List));
        var deep = new Item("deep & 'quoted'", null);
        return models.Value(new Root(new Item("1 > 0", deep), [deep, new Item(null, deep)]));
    }

    private static string Nodes(Random random, int depth, string? calls)
    {
        var nodes = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Node(random, depth, calls));
        return string.Concat(nodes);
    }

    private static string Node(Random random, int depth, string? calls)
    {
        var (open, close) = (random.Next(4) == 0 ? "{%-" : "{%", random.Next(4) == 0 ? "-%}" : "%}");
        return random.Next(depth > 0 ? 10 : 7) switch
        {
            0 => random.Next(2) == 0 ? " text\n" : "<b>é</b> ",
            1 or 2 => $"{{{{ {Value(random)}{Filter(random)} }}}}",
            3 or 4 => $"{open} assign {Pick(random, Names)} = {Value(random)}{Filter(random)} {close}",
            5 when calls is not null => $"{open} render '{calls}'{(random.Next(5) == 0 ? " for list as a" : string.Empty)}{Arguments(random)} {close}",
            5 => $"{{{{ {Value(random)} }}}}\n",
            6 => $"<b title=\"{{{{ {Value(random)}{Filter(random)} }}}}\">",
            7 => $"{open} if {Condition(random)} {close}{Nodes(random, depth - 1, calls)}{{% elsif {Condition(random)} %}}{Nodes(random, depth - 1, calls)}{open} endif {close}",
            8 => $"{open} unless {Condition(random)} {close}{Nodes(random, depth - 1, calls)}{{% else %}}{Nodes(random, depth - 1, calls)}{{% endunless %}}",
            _ => $"{open} case {Value(random)} {close}{{% when {Value(random)}, 1 %}}{Nodes(random, depth - 1, calls)}{{% else %}}{Nodes(random, depth - 1, calls)}{{% endcase %}}",
        };
    }

    private static string Value(Random random) => random.Next(10) switch
    {
        0 => "'lit'",
        1 => random.Next(3).ToString(CultureInfo.InvariantCulture),
        2 => random.Next(2) == 0 ? "true" : "nil",
        3 or 4 => Pick(random, Names),
        5 => random.Next(2) == 0 ? $"{Pick(random, Names)}[0]" : $"{Pick(random, Names)}[{Pick(random, Names)}].{Pick(random, Members)}",
        6 => $"{Pick(random, Names)}.{Pick(random, Members)}.{Pick(random, Members)}",
        7 => random.Next(2) == 0 ? "html" : "list",
        8 => random.Next(2) == 0 ? "forloop.index" : "forloop.parentloop.index",
        _ => $"{Pick(random, Names)}.{Pick(random, Members)}",
    };

    private static string Filter(Random random) => random.Next(7) switch
    {
        0 => " | upcase",
        1 => random.Next(2) == 0 ? " | append: a" : " | newline_to_br",
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
        string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => $", {Pick(random, Parameters)}: {Argument(random)}"));

    /// <summary>Some ranges fail, which they must do also where nobody reads them.</summary>
    private static string Argument(Random random) => random.Next(40) == 0 ? $"(1..{Value(random)})" : Value(random);

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private sealed record Item(string? X, Item? Y);

    private sealed record Root(Item B, IReadOnlyList<Item> List);
}
