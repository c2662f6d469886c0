namespace SessionsWidgets.Liquid.Tests;

/// <summary>The examples of docs/templates.md, run as they stand there.</summary>
public class TemplatesDocumentTests
{
    private static readonly LiquidOptions Options = new()
    {
        Loader = new DictionaryTemplateLoader(new Dictionary<string, string>
        {
            ["partials/tag"] = "{% if strong %}<b>{{ tag }}</b>{% else %}{{ tag }}{% endif %} ",
        }),
    };

    private static readonly LiquidValue Model = Render.Map(
        ("session", Render.Map(
            ("rating", 4.8), ("note", "Cedar and cocoa, then a long finish."),
            ("created_at", Settings.Now.AddHours(-2)), ("user", Render.Map(("display_name", "Jo Example"))))),
        ("tags", Render.List("mild", "creamy", "short")),
        ("hostile", "<b>\"&"), ("script_url", "javascript:alert(1)"), ("url", "https://example.com/?a=1&b=2"));

    public static TheoryData<string, string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string, string>();
            var blocks = File.ReadAllText(Path.Combine(SharedFiles.Repository, "docs", "templates.md")).Split("\n```");
            for (var i = 1; i < blocks.Length; i += 2)
            {
                var (kind, template) = Split(blocks[i]);
                if (!kind.StartsWith("liquid", StringComparison.Ordinal)) continue;
                i += 2;
                examples.Add(kind, template, Split(blocks[i]).Text);
            }

            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_InTheDocument_DoesWhatItSays(string kind, string template, string expected)
    {
        if (kind == "liquid-error")
        {
            Should.Throw<LiquidException>(() => LiquidTemplate.Parse(template, "example", Options)).Error.Message.ShouldBe(expected);
            return;
        }

        kind.ShouldBe("liquid");
        LiquidTemplate.Parse(template, "example", Options).Render(Model, Settings.Standard).ShouldBe(expected);
    }

    private static (string Kind, string Text) Split(string block)
    {
        var end = block.IndexOf('\n', StringComparison.Ordinal);
        return (block[..end], block[(end + 1)..]);
    }
}
