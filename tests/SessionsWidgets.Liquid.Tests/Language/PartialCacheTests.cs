namespace SessionsWidgets.Liquid.Tests;

/// <summary>Partials that one template's compilation leaves for the next: used as long as nothing has changed.</summary>
public class PartialCacheTests
{
    private readonly Dictionary<string, string> _partials = new(StringComparer.Ordinal)
    {
        ["outer"] = "[{{ v | seen }}{% render 'inner', v: v %}]",
        ["inner"] = "{{ v | seen | raw }}",
        ["self"] = "{{ v | seen }}{% if v > 1 %}{% assign less = v | minus: 1 %}{% render 'self', v: less %}{% endif %}",
        ["by-name"] = "{% assign name = 'v' %}{{ [name] | seen }}",
    };

    private readonly SeenFilter _seen = new();
    private readonly LiquidOptions _options;

    public PartialCacheTests() => _options = new LiquidOptions
    {
        Loader = new DictionaryTemplateLoader(_partials),
        Filters = [_seen],
        PartialCache = new LiquidPartialCache(),
    };

    [Fact]
    public void Parse_APartialOfAnotherTemplate_IsCompiledOnce()
    {
        Render("{% render 'outer', v: 'a' %}").ShouldBe("[aa]");
        _seen.Compiled.ShouldBe(2);

        Render("<p>{% render 'outer', v: '<' %}{% render 'inner', v: 'b' %}</p>").ShouldBe("<p>[&lt;<]b</p>");
        _seen.Compiled.ShouldBe(2);
    }

    [Fact]
    public void Parse_AnotherPlaceInTheHtml_IsCompiledForIt()
    {
        Render("{% render 'by-name', v: '<' %}").ShouldBe("&lt;");

        Render("<a href=\"{% render 'by-name', v: 'javascript:x' %}\">{% render 'by-name', v: '<' %}</a>").ShouldBe("<a href=\"about:invalid\">&lt;</a>");
        _seen.Compiled.ShouldBe(2);
    }

    [Fact]
    public void Parse_ASourceThatChanged_IsCompiledAnew()
    {
        Render("{% render 'outer', v: 'a' %}");
        _partials["outer"] = "({% render 'inner', v: v %})";

        Render("{% render 'outer', v: 'a' %}").ShouldBe("(a)");
    }

    [Fact]
    public void Parse_ASourceThatAKeptPartialCallsChanged_IsCompiledAnew()
    {
        Render("{% render 'outer', v: 'a' %}");
        _partials["inner"] = "{{ v | upcase }}";

        Render("{% render 'outer', v: 'a' %}").ShouldBe("[aA]");
    }

    [Fact]
    public void Parse_ASourceThatIsGone_IsAnError()
    {
        Render("{% render 'outer', v: 'a' %}");
        _partials.Remove("inner");

        Should.Throw<LiquidException>(() => Render("{% render 'outer', v: 'a' %}")).Message.ShouldStartWith("outer:1:26: Unknown partial 'inner'");
    }

    [Fact]
    public void Parse_OtherOptions_AreNotMixed()
    {
        Render("{% render 'inner', v: 'a' %}");

        Should.Throw<LiquidException>(() => LiquidTemplate.Parse("{% render 'inner', v: 'a' %}", "page", _options with { AllowRaw = false }))
            .Message.ShouldContain("'raw' is not allowed");
        LiquidTemplate.Parse("{% render 'outer', v: '<' %}", "page", _options with { Encoding = LiquidEncoding.Text })
            .Render(LiquidValue.Nil, Settings.Standard).ShouldBe("[<<]");
    }

    [Fact]
    public void Parse_KeptPartials_CountForWhatIsKnownOfATemplate()
    {
        var first = LiquidTemplate.Parse("{% render 'outer' %}{{ a | raw }}", "page", _options);
        var second = LiquidTemplate.Parse("{% render 'outer' %}{{ a | raw }}", "page", _options);

        second.Partials.ShouldBe(["inner", "outer"]);
        second.RawUses.Select(use => use.TemplateName).ShouldBe(["page", "inner"]);
        second.RawUses.ShouldBe(first.RawUses);
    }

    [Fact]
    public void Parse_KeptPartials_CountForTheLimits()
    {
        _partials["deep"] = "{% render 'outer' %}";

        Error("{% render 'deep' %}", LiquidLimits.Default with { PartialDepth = 2 }).ShouldContain("nested deeper than 2");
        Error("{% render 'by-name' %}{% render 'outer' %}", LiquidLimits.Default with { Partials = 2 }).ShouldContain("more than 2 partials");

        string Error(string template, LiquidLimits limits)
        {
            var options = _options with { Limits = limits };
            LiquidTemplate.Parse("{% render 'outer' %}", "page", options);
            return Should.Throw<LiquidException>(() => LiquidTemplate.Parse(template, "page", options)).Message;
        }
    }

    [Fact]
    public void Parse_APartialThatCallsItself_IsCompiledForEachTemplate()
    {
        Render("{% render 'self', v: 3 %}").ShouldBe("321");

        Render("{% render 'self', v: 2 %}").ShouldBe("21");
        _seen.Compiled.ShouldBe(2);
    }

    [Fact]
    public void Render_ArgumentsThatAKeptPartialDoesNotMention_AreFoundByName()
    {
        Render("{% render 'by-name' %}").ShouldBe("");

        Render("{% render 'by-name', w: 1, v: 'a' %}{% render 'by-name' with 'b' as v %}{% render 'by-name' %}").ShouldBe("ab");
    }

    [Fact]
    public void Render_AnErrorInAKeptPartial_HasItsPlace()
    {
        _partials["fails"] = "{% if v %}\n{{ v | divided_by: 0 }}{% endif %}";
        Render("{% render 'fails' %}");

        Should.Throw<LiquidException>(() => Render("<p>{% render 'inner' %}{% render 'fails', v: 1 %}</p>")).Message.ShouldStartWith("fails:2:8:");
    }

    [Fact]
    public async Task Parse_FromManyThreads_GivesTheSame()
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => Render(i % 2 == 0
            ? "{% render 'outer', v: 'a' %}{% render 'inner', v: 'b' %}"
            : "{% for i in (1..1) %}{% render 'outer', v: 'a' %}{% endfor %}{% render 'inner', v: 'b' %}"))));

        pages.ShouldAllBe(page => page == "[aa]b");
    }

    private string Render(string template) => LiquidTemplate.Parse(template, "page", _options).Render(LiquidValue.Nil, Settings.Standard);

    /// <summary>Hands its input on and counts how often a use of it was compiled.</summary>
    private sealed class SeenFilter : ILiquidFilter
    {
        private int _compiled;

        public int Compiled => _compiled;

        public string Name => "seen";

        public LiquidParameters Parameters
        {
            get
            {
                Interlocked.Increment(ref _compiled);
                return default;
            }
        }

        public LiquidValue Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context) => input;
    }
}
