namespace SessionsWidgets.Liquid.Tests;

public class ErrorTests
{
    [Theory]
    [InlineData("{{ 'a' | upcas }}", "Unknown filter 'upcas': did you mean 'upcase'?")]
    [InlineData("{{ 'a' | zzzzzzzz }}", "Unknown filter 'zzzzzzzz'.")]
    [InlineData("{% asign a = 1 %}", "Unknown tag 'asign': did you mean 'assign'?")]
    [InlineData("{% render 'hed' %}", "Unknown partial 'hed': did you mean 'head'?")]
    [InlineData("{% render '../head' %}", "'../head' is no name of a partial: use a-z, 0-9, '_' and '-', with single '/' between.")]
    [InlineData("{% endif %}", "Tag 'endif' closes nothing that is open here.")]
    [InlineData("{% if a %}", "Tag 'if' is not closed: 'endif' is missing.")]
    [InlineData("{{ a", "This output is not closed: '}}' is missing.")]
    [InlineData("{% if a", "This tag is not closed: '%}' is missing.")]
    [InlineData("{{ a b }}", "Expected the end, found 'b'. Between two values stands an operator, a comma, or after a filter a colon.")]
    [InlineData("{{ a | truncate 5 }}", "Expected the end, found '5'. Between two values stands an operator, a comma, or after a filter a colon.")]
    [InlineData("{{ a | default('x') }}", "Expected the end, found '('. Arguments of a filter stand after a colon, without brackets; conditions have no brackets.")]
    [InlineData("{{ a + 1 }}", "Expected the end, found '+'. Numbers are calculated with by filters: 'plus', 'minus', 'times', 'divided_by', 'modulo'.")]
    [InlineData("{{ a ? 'b' : 'c' }}", "Expected the end, found '?'. There is no '?': use the tag 'if', or the filter 'default'.")]
    [InlineData("{{ “a” }}", "Expected a value, found '“'. Text stands in straight quotes.")]
    [InlineData("{{ 'abc }}", "Expected a value, found ''abc '. The quote at its end is missing.")]
    [InlineData("{% if a = 1 %}{% endif %}", "Expected the end, found '='. Equality is written '=='.")]
    [InlineData("{% if a && b %}{% endif %}", "Expected the end, found '&'. 'And' is written 'and'.")]
    [InlineData("{% if not a %}{% endif %}", "Expected the end, found 'a'. There is no 'not': use 'unless', or '== false'.")]
    [InlineData("{% if (a or b) %}{% endif %}", "Expected '..', found 'or'. Conditions have no brackets.")]
    [InlineData("{% if a %}{% else if b %}{% endif %}", "'else if' is written 'elsif'.")]
    [InlineData("{% if a %}{% elseif b %}{% endif %}", "Unknown tag 'elseif': did you mean 'elsif'?")]
    [InlineData("{% set a = 5 %}", "Unknown tag 'set': did you mean 'assign'?")]
    [InlineData("{{ a | length }}", "Unknown filter 'length': did you mean 'size'?")]
    [InlineData("{% assign a 5 %}", "Expected 'name = value' after 'assign'.")]
    [InlineData("{% render partials/x %}", "Expected the name of a partial in quotes after 'render'.")]
    [InlineData("{{ a | raw: x: 1 }}", "Filter 'raw' takes 0 arguments, not 1.")]
    [InlineData("{{ a | replace }}", "Filter 'replace' takes 1 to 2 arguments, not 0.")]
    [InlineData("{% for i in a limit 3 %}{% endfor %}", "Expected ':', found '3'.")]
    [InlineData("{% case a %}{% when 1 %}{% else b %}{% endcase %}", "'else' takes no condition: use 'when'.")]
    [InlineData("{{ 'a' | append }}", "Filter 'append' takes 1 argument, not 0.")]
    [InlineData("{{ 'a' | default: 1, alow_false: true }}", "Unknown argument of filter 'default' 'alow_false': did you mean 'allow_false'?")]
    [InlineData("{% for a of b %}{% endfor %}", "Expected 'in', found 'of'.")]
    [InlineData("{% # a\nb %}", "Each line of a comment tag begins with '#'.")]
    public void Parse_Mistake_IsNamedWithTheWayOut(string template, string message)
    {
        var options = new LiquidOptions { Loader = new DictionaryTemplateLoader(new Dictionary<string, string> { ["head"] = string.Empty }) };

        Render.Error(template, options).Message.ShouldBe(message);
    }

    [Fact]
    public void Parse_SeveralMistakes_AreReportedTogetherInOrder()
    {
        var exception = Should.Throw<LiquidException>(() => LiquidTemplate.Parse(
            "{{ a | upcas }}\n{% if a === 1 %}{{ b b }}{% else %}{% endif %}\n  {% nosuch %}<p {{ a }}>\n{% for %}{{ c | }}{% endfor %}", "page"));

        exception.Errors.Select(error => error.Line).ShouldBe([1, 2, 2, 3, 3, 4, 4]);
        exception.TemplateName.ShouldBe("page");
    }

    [Fact]
    public void Message_OfAnError_ShowsPlaceLineAndCaret() =>
        Should.Throw<LiquidException>(() => LiquidTemplate.Parse("<p>\r\n  {{ a | upcas }}\r\n</p>", "page")).Message.ShouldBe(
            "page:2:10: Unknown filter 'upcas': did you mean 'upcase'?\n    {{ a | upcas }}\n           ^");

    [Fact]
    public void Parse_MistakeInAPartial_NamesThePartial()
    {
        var options = new LiquidOptions { Loader = new DictionaryTemplateLoader(new Dictionary<string, string> { ["a/b"] = "\n{{ 1 | x }}" }) };

        var error = Render.Error("{% render 'a/b' %}", options);

        (error.TemplateName, error.Line, error.Column).ShouldBe(("a/b", 2, 8));
    }

    [Fact]
    public void Render_MistakeInAPartial_NamesThePartial()
    {
        var options = new LiquidOptions { Loader = new DictionaryTemplateLoader(new Dictionary<string, string> { ["b"] = "\n {{ 1 | divided_by: 0 }}" }) };
        var template = LiquidTemplate.Parse("{% include 'b' %}", "a", options);

        var error = Should.Throw<LiquidException>(() => template.Render(Render.Map(), Settings.Standard)).Error;

        (error.TemplateName, error.Line, error.Column, error.Kind).ShouldBe(("b", 2, 9, LiquidErrorKind.Value));
    }

    [Fact]
    public void Render_UnknownVariable_IsNilOrAnErrorByOption()
    {
        Render.Html("[{{ nme }}]", ("name", 1)).ShouldBe("[]");
        var strict = LiquidTemplate.Parse("[{{ nme }}]", "a", new LiquidOptions { StrictVariables = true });
        Should.Throw<LiquidException>(() => strict.Render(Render.Map(("name", 1)), Settings.Standard)).Error.Message
            .ShouldBe("Unknown variable 'nme': did you mean 'name'?");
    }

    [Theory]
    [InlineData("{% render 'card', session: 1 %}")]
    [InlineData("{% render 'card' with 1 as session %}")]
    public void Render_UnknownVariableInAPartial_SuggestsWhatThePartialWasGiven(string page)
    {
        var options = new LiquidOptions
        {
            StrictVariables = true,
            Loader = new DictionaryTemplateLoader(new Dictionary<string, string> { ["card"] = "{{ sesion }}" }),
        };

        Should.Throw<LiquidException>(() => LiquidTemplate.Parse(page, "a", options).Render(Render.Map(), Settings.Standard)).Error.Message
            .ShouldBe("Unknown variable 'sesion': did you mean 'session'?");
    }

    [Theory]
    [InlineData("too long", "a", 1, 1)]
    [InlineData("\n\n{% include 'long' %}", "long", 1, 1)]
    [InlineData("\n\n{% render 'long' %}", "long", 1, 1)]
    public void Render_TextBeyondTheLimitBeforeAnythingElse_IsShownWhereItsSourceBegins(string page, string name, int line, int column)
    {
        // The render before on this thread ended somewhere else.
        Should.Throw<LiquidException>(() => Render.Html("\n\n    {{ 1 | divided_by: 0 }}"));
        Render.Html("\n\n    {{ 1 }}").ShouldBe("\n\n    1");
        var options = new LiquidOptions
        {
            Limits = LiquidLimits.Default with { OutputBytes = 5 },
            Loader = new DictionaryTemplateLoader(new Dictionary<string, string> { ["long"] = "long text\n\n{% for i in nothing %}{% endfor %}" }),
        };

        var error = Should.Throw<LiquidException>(() => LiquidTemplate.Parse(page, "a", options).Render(Render.Map(), Settings.Standard)).Error;

        (error.TemplateName, error.Line, error.Column).ShouldBe((name, line, column));
    }

    [Fact]
    public void Parse_UnknownFilterInLaxMode_DoesNothing() =>
        LiquidTemplate.Parse("{{ 'a' | nosuch: 1 | upcase }}", "a", new LiquidOptions { StrictFilters = false })
            .Render(Render.Map(), Settings.Standard).ShouldBe("A");

    [Fact]
    public void Render_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var template = LiquidTemplate.Parse("{% for a in (1..50000) %}{{ a }}{% endfor %}", "a");

        Should.Throw<OperationCanceledException>(() => template.Render(Render.Map(), Settings.Standard, source.Token));
    }

    [Theory]
    [InlineData("{% for a in (1..50) %}{% endfor %}", "The loops make more than 40 iterations.")]
    [InlineData("{{ '12345678901' }}", "The output is longer than 10 bytes.")]
    [InlineData("{% assign a = '0123456789' | append: '0123456789' | upcase %}", "The render needs more than 60 bytes for its values.")]
    [InlineData("{% if true %}{% if true %}{% if true %}{% if true %}{% endif %}{% endif %}{% endif %}{% endif %}", "Tags are nested deeper than 3.")]
    [InlineData("{{ a[b[c[d[e]]]] }}", "Brackets are nested deeper than 3.")]
    [InlineData("{% render 'self' %}", "Partials are nested deeper than 2.")]
    public void Limit_Exceeded_IsATypedErrorWithItsPlace(string template, string message)
    {
        var options = new LiquidOptions
        {
            Loader = new DictionaryTemplateLoader(new Dictionary<string, string> { ["self"] = "{% render 'self' %}" }),
            Limits = new LiquidLimits { Iterations = 40, OutputBytes = 10, AllocatedBytes = 60, Nesting = 3, PartialDepth = 2 },
        };

        var error = Should.Throw<LiquidException>(() => LiquidTemplate.Parse(template, "a", options).Render(Render.Map(), Settings.Standard)).Error;

        error.Kind.ShouldBe(LiquidErrorKind.Limit);
        error.Message.ShouldBe(message);
        error.Line.ShouldBe(1);
    }
}
