using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Fluid.Values;
using Xunit.Abstractions;

namespace SessionsWidgets.Tests.Templates;

/// <summary>Broken, odd and hostile templates: the only exception is <see cref="TemplateException"/>, and every one ends soon and within
/// its limits.</summary>
public class FuzzTests(ITestOutputHelper log)
{
    private const int Mutations = 8_000;
    private const int Compositions = 4_000;
    private const int MaxBytes = 1 << 20;
    private static readonly TimeSpan MaxTime = TimeSpan.FromMilliseconds(250);

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{%", "%}", "{{-", "-%}", "|", ":", ",", ".", "..", "[", "]", "(", ")", "'", "\"", "<", ">", "=", "==", "contains",
        "and",
        "or", "\n", " ", "{% if ", "{% endif %}", "{% else %}", "{% elsif ", "{% for x in ", "{% endfor %}", "{% case v %}", "{% when ",
        "{% endcase %}", "{% assign x = ", "{% capture x %}", "{% endcapture %}", "{% cycle ", "{% tablerow x in ", "{% endtablerow %}",
        "{% liquid\n", "{% comment %}", "{% endcomment %}", "{% raw %}", "{% endraw %}", "{% doc %}", "{% enddoc %}", "{% # ",
        "{% render 'p'",
        "{% include 'p'", "{% include v", "{% increment x %}", "{% ifchanged %}", "{% break %}", "{% continue %}", "{% echo ", "(1..9)",
        "v",
        "list", "map", "x", "forloop", "forloop.index", "nil", "true", "blank", "empty", "0", "-1", "1.5", "99999999999999999999", "'a'",
        "| upcase", "| date: '%Y%%%q%10N'", "| split: ''", "| join: ','", "| sort", "| where: 'a'", "| map: 'a'", "| slice: -2, 9",
        "| truncate: 3", "| divided_by: 0", "| times: 1.1", "| round: 2", "| default: 1", "| escape", "| raw", "| url_decode",
        "| base64_decode",
        "| replace: '', v", "| newline_to_br", "| strip_html", "| sum", "| uniq", "| concat: list", "limit: 2", "offset: continue",
        "reversed",
        "cols: 2", "<a href=\"", "\">", "<p class='", "'>", "<script type=\"application/json\">", "</script>", "<!--", "-->", "<style>",
        "\0", "é", "😀", "\ud800",
    ];

    private static readonly FluidValue Model = Render.Map(
        ("v", "a<b> & 'c' 2026-07-18"), ("list", Render.List(3, "b", null, 1.5, true)), ("map", Render.Map(("a", 1), ("b", "x"))),
        ("sessions", Render.List(Render.Map(("rating", 4.5), ("note", "x"), ("user", Render.Map(("display_name", "Jo")))))));

    private static readonly Dictionary<string, string> Partials = new() { ["p"] = "{{ p }}{{ x }}{% assign y = x %}<b>{{ v }}</b>" };

    private static readonly TemplateLimits Limits = TemplateLimits.Default with { OutputBytes = MaxBytes };

    private static readonly TemplateEngine[] Engines = [Render.Engine(limits: Limits), Render.Engine(allowRaw: false, limits: Limits)];

    [Fact]
    public void Mutations_OfRealTemplates_EndInATypedErrorOrAPage()
    {
        var seed = Seed();
        var random = new System.Random(seed);
        var templates = RealTemplates();
        log.WriteLine($"seed {seed}");
        for (var i = 0; i < Mutations; i++) Check(Mutate(templates[i % templates.Length], random), i);
    }

    [Fact]
    public void Compositions_OfPiecesOfTheLanguage_EndInATypedErrorOrAPage()
    {
        var seed = Seed();
        log.WriteLine($"seed {seed}");
        var templates = Gen.Elements(Pieces)
            .ListOf(24)
            .Select(pieces => string.Join(' ', pieces))
            .Sample(Compositions, new Rnd((ulong)seed), 0);
        var number = 0;
        foreach (var template in templates) Check(template, number++);
        number.ShouldBe(Compositions);
    }

    private static string Mutate(string template, System.Random random)
    {
        var text = new StringBuilder(template);
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            if (text.Length == 0) text.Append(' ');
            var at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0: text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at)); break;
                case 1: text.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
                case 2: text[at] = (char)random.Next(0, 0x250); break;
                case 3: text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 200), text.Length - at))); break;
                default: text.Length = Math.Max(1, at); break;
            }
        }

        return text.ToString();
    }

    private static void Check(string template, int number)
    {
        var clock = ThreadClock.Start();
        var written = 0;
        try
        {
            written = Run(template, number);
        }
        catch (TemplateException exception)
        {
            exception.Errors.ShouldNotBeEmpty();
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Input {number} ended in {exception.GetType().Name}: {template}", exception);
        }

        // The first run of a piece of code compiles it, which is no part of what is measured: a slow run is tried a few times again.
        if (clock.Elapsed > MaxTime)
            Enumerable.Range(0, 5).Min(_ => Repeat(template, number)).ShouldBeLessThan(MaxTime, template);
        written.ShouldBeLessThanOrEqualTo(MaxBytes, template);
    }

    /// <summary>Renders as HTML or as plain text, with and without <c>raw</c>.</summary>
    private static int Run(string template, int number)
    {
        var start = new HtmlState { IsPlain = number % 4 > 1 };
        return Render.Utf8(Engines[number % Engines.Length].Compile("fuzz", template, Render.Texts(Partials), start), Model).Length;
    }

    private static TimeSpan Repeat(string template, int number)
    {
        var clock = ThreadClock.Start();
        try
        {
            Run(template, number);
        }
        catch (TemplateException)
        {
            // The first run has looked at it.
        }

        return clock.Elapsed;
    }

    /// <summary>The same inputs each run, so that a run says something of the change under test; another seed in the environment gives
    /// others.</summary>
    private static int Seed() => int.TryParse(
        Environment.GetEnvironmentVariable("TEMPLATE_FUZZ_SEED"), System.Globalization.CultureInfo.InvariantCulture, out var seed)
        ? seed
        : 20260718;

    private static string[] RealTemplates() => [.. Directory
        .EnumerateFiles(Path.Combine(SharedFiles.Repository, "templates"), "*.liquid", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(File.ReadAllText)
        .Where(text => text.Length < 8_000)];
}
