namespace SessionsWidgets.Tests.Templates;

/// <summary>What errors say, and where.</summary>
public class ErrorTests
{
    private static readonly Dictionary<string, string> Partials = new()
    {
        ["head"] = "",
        ["a/b"] = "\n{{ 1 | x }}",
        ["fails"] = "\n {{ 1 | divided_by: 0 }}",
        ["self"] = "{% render 'self' %}",
    };

    [Theory]
    [InlineData("{{ 'a' | upcas }}", 10, "Unknown filter 'upcas': did you mean 'upcase'?")]
    [InlineData("{{ 'a' | zzzzzzzz }}", 10, "Unknown filter 'zzzzzzzz'.")]
    [InlineData("{{ a | length }}", 8, "Unknown filter 'length': did you mean 'size'?")]
    [InlineData("{{ 'a' | default: 1, alow_false: true }}", 10, "Unknown argument of 'default' 'alow_false': did you mean 'allow_false'?")]
    [InlineData("{% asign a = 1 %}", 1, "Unknown tag 'asign': did you mean 'assign'?")]
    [InlineData("{% if true %}{% asign a = 1 %}{% endif %}", 14, "Unknown tag 'asign': did you mean 'assign'?")]
    [InlineData("{% set a = 5 %}", 1, "Unknown tag 'set': did you mean 'assign'?")]
    [InlineData("{% if a %}{% elseif b %}{% endif %}", 11, "Unknown tag 'elseif': did you mean 'elsif'?")]
    [InlineData("{% render 'hed' %}", 1, "Unknown partial 'hed': did you mean 'head'?")]
    public void Compile_UnknownName_SuggestsTheNearest(string template, int column, string message) =>
        Check(template, TemplateErrorKind.UnknownName, column, message);

    [Theory]
    [InlineData("{% endif %}", 1, "Tag 'endif' belongs to nothing that is open here.")]
    [InlineData("{% else %}", 1, "Tag 'else' belongs to nothing that is open here.")]
    [InlineData("a {% if a %} b", 3, "Tag 'if' is not closed: 'endif' is missing.")]
    [InlineData("{% capture x %}a", 1, "Tag 'capture' is not closed: 'endcapture' is missing.")]
    [InlineData("{% raw %}x", 1, "Tag 'raw' is not closed: 'endraw' is missing.")]
    [InlineData("{% comment %}x", 1, "Tag 'comment' is not closed: 'endcomment' is missing.")]
    [InlineData("{% if a %}{% for b in c %}{% endif %}", 27, "'{% endfor %}' was expected, found 'endif'.")]
    [InlineData("{% unless a %}{% endif %}", 15, "'{% endunless %}' was expected, found 'endif'.")]
    [InlineData("{% for a in b %}{% else %}{% else %}{% endfor %}", 27, "'{% endfor %}' was expected, found 'else': did you mean 'elsif'?")]
    [InlineData(
        "{% case a %}{% when 1 %}{% else b %}{% endcase %}", 25, "'{% endcase %}' was expected, found 'else': did you mean 'elsif'?")]
    [InlineData("{% if a %}{% else if b %}{% endif %}", 11, "'{% endif %}' was expected, found 'else': did you mean 'elsif'?")]
    [InlineData("a {{ b", 3, "This output is not closed: '}}' is missing.")]
    [InlineData("a {% if b", 3, "Tag 'if' is not closed: '%}' is missing.")]
    [InlineData("{% if a %}x{% endif", 12, "'{% endif %}' was expected, found 'endif'.")]
    public void Compile_TagOrOutputOutOfPlace_IsShownWithWhatIsMissing(string template, int column, string message) =>
        Check(template, TemplateErrorKind.Syntax, column, message);

    [Theory]
    [InlineData("{% if a = 1 %}{% endif %}", 9, "'%}' was expected, found '=': did you mean '=='?")]
    [InlineData("{% if a && b %}{% endif %}", 9, "'%}' was expected, found '&&': did you mean 'and'?")]
    [InlineData("{% if a || b %}{% endif %}", 9, "'%}' was expected, found '||': did you mean 'or'?")]
    [InlineData("{% if !a %}{% endif %}", 7, "A condition was expected, found '!a'.")]
    [InlineData("{% if not a %}{% endif %}", 11, "'%}' was expected, found 'a'.")]
    [InlineData("{% if (a or b) %}{% endif %}", 7, "Brackets are for ranges, as in (1..5): conditions have none.")]
    [InlineData("{% if a == %}{% endif %}", 9, "'%}' was expected, found '=='.")]
    [InlineData("{% if a and %}{% endif %}", 9, "'%}' was expected, found 'and'.")]
    [InlineData("{% if %}{% endif %}", 7, "A condition was expected, found '%}'.")]
    [InlineData("{% case a %}{% when %}{% endcase %}", 21, "A value was expected after 'when', found '%}'.")]
    [InlineData("{% for a of b %}{% endfor %}", 10, "'in' was expected, found 'of'.")]
    [InlineData("{% for i in a limit 3 %}{% endfor %}", 21, "':' was expected, found '3'.")]
    [InlineData("{% assign a 5 %}", 13, "'=' was expected after the identifier of 'assign', found '5'.")]
    [InlineData("{% render partials/x %}", 11, "The name of a partial in quotes was expected, found 'partials/x'.")]
    [InlineData("{% render '../head' %}", 1, "'../head' is no name of a partial: use a-z, 0-9, '_' and '-', with single '/' between.")]
    [InlineData("{{ a b }}", 6, "'}}' was expected, found 'b'.")]
    [InlineData("{{ a | truncate 5 }}", 17, "'}}' was expected, found '5'.")]
    [InlineData("{{ a | upcase: }}", 14, "'}}' was expected, found ':'.")]
    [InlineData("{{ a | }}", 8, "An identifier was expected after the '|' sign, found '}}'.")]
    [InlineData("{{ a | append }}", 8, "Filter 'append' takes 1 argument, not 0.")]
    [InlineData("{{ a | replace }}", 8, "Filter 'replace' takes 1 to 2 arguments, not 0.")]
    [InlineData("{{ }}", 4, "A value was expected, found '}}'.")]
    [InlineData("{{ f(1) }}", 5, "There are no functions: use a filter, with its arguments after a colon.")]
    [InlineData("{{ a + 1 }}", 6, "'}}' was expected, found '+': did you mean '| plus:'?")]
    [InlineData("{{ a and b }}", 6, "'}}' was expected, found 'and'.")]
    [InlineData("{{ a ? 'b' : 'c' }}", 6, "'}}' was expected, found '?': did you mean '{% if %}'?")]
    [InlineData("{{ “a” }}", 4, "A value was expected, found '“a”'.")]
    [InlineData("{{ 'abc }}", 4, "A value was expected, found ''abc'.")]
    [InlineData("{{ 'abc }} and it's", 19, "'}}' was expected, found 's'.")]
    [InlineData("{{ a | date: \"%Y }}", 12, "'}}' was expected, found ':'.")]
    public void Compile_Mistake_IsNamedWithTheWayOut(string template, int column, string message) =>
        Check(template, TemplateErrorKind.Syntax, column, message);

    [Theory]
    [InlineData("{% liquid\n  assign x = 1\n  set a = 1\n%}", 3, 3, "Unknown tag 'set': did you mean 'assign'?")]
    [InlineData("{% liquid\n if true\n  ech 'x'\n endif %}", 3, 3, "Unknown tag 'ech': did you mean 'echo'?")]
    [InlineData("{% liquid\n if true\n  echo 'x' | upcas\n endif %}", 3, 14, "Unknown filter 'upcas': did you mean 'upcase'?")]
    [InlineData("{% liquid\n if a = 1\n  echo 'x'\n endif %}", 2, 7, "'%}' was expected, found '=': did you mean '=='?")]
    [InlineData("{% liquid\n if true\n  echo 'x'\n%}", 2, 2, "Tag 'if' is not closed: 'endif' is missing.")]
    [InlineData("{% liquid\n endif\n%}", 2, 2, "Tag 'endif' belongs to nothing that is open here.")]
    [InlineData("<p>\n{% if a %}\n  {{ b | upcas }}\n{% endif %}", 3, 10, "Unknown filter 'upcas': did you mean 'upcase'?")]
    [InlineData("<p>\n\n  {% if a %}\n", 3, 3, "Tag 'if' is not closed: 'endif' is missing.")]
    public void Compile_MistakeInALaterLine_IsAtThatLineWithAnyLineEnds(string template, int line, int column, string message)
    {
        foreach (var text in new[] { template, template.ReplaceLineEndings("\r\n") })
        {
            var error = Render.Error(text);

            (error.Line, error.Column, error.Message).ShouldBe((line, column, message));
            error.SourceLine.ShouldBe(template.Split('\n')[line - 1]);
        }
    }

    [Fact]
    public void Message_OfAnError_ShowsPlaceLineAndCaret() =>
        Render.Error("<p>\r\n  {{ a | upcas }}\r\n</p>").ToString().ShouldBe(
            "test:2:10: Unknown filter 'upcas': did you mean 'upcase'?\n    {{ a | upcas }}\n           ^");

    [Fact]
    public void Compile_SeveralErrorsOfEncoding_AreReportedTogetherInOrder()
    {
        const string Template = "<p class={{ a }}>\n<p {{ a }}>{% if a %}<p id={{ a }}>{% endif %}\n<!-- {{ b }} -->";

        var exception = Should.Throw<TemplateException>(() => Render.Compile(Template));

        exception.Errors.Select(error => (error.Line, error.Column)).ShouldBe([(1, 10), (2, 4), (2, 28), (3, 6)]);
        exception.Errors.ShouldAllBe(error => error.Kind == TemplateErrorKind.Encoding);
        exception.Template.ShouldBe("test");
    }

    [Fact]
    public void Compile_MistakeInAPartial_NamesThePartial()
    {
        var error = Render.Error("{% render 'a/b' %}", Partials);

        (error.Template, error.Line, error.Column).ShouldBe(("a/b", 2, 8));
    }

    [Fact]
    public void Render_MistakeInAPartial_NamesThePartial()
    {
        var template = Render.Compile("{% include 'fails' %}", Partials);

        var error = Should.Throw<TemplateException>(() => Render.Text(template, Render.Map())).Errors[0];

        (error.Template, error.Line, error.Column, error.Kind).ShouldBe(("fails", 2, 9, TemplateErrorKind.Value));
        error.Message.ShouldBe("A number is divided by zero.");
    }

    [Fact]
    public void Render_UnknownVariable_IsNil() => Render.Html("[{{ nme }}]", ("name", 1)).ShouldBe("[]");

    [Fact]
    public void Render_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var template = Render.Compile("{% for a in (1..50000) %}{{ a }}{% endfor %}");

        Should.Throw<OperationCanceledException>(() => Render.Text(template, Render.Map(), source.Token));
    }

    [Theory]
    [InlineData("{% for a in (1..50) %}{% endfor %}", "The range from 1 to 50 has more than 20 items.")]
    [InlineData(
        "{{ a }}{{ a }}{{ a }}{{ a }}{{ a }}{{ a }}{{ a }}{{ a }}{{ a }}{{ a | size | size }}",
        "The template takes more than 10 steps.")]
    [InlineData("{{ '12345678901' }}", "The output is longer than 10 bytes.")]
    [InlineData("{% assign a = '0123456789' | append: '0123456789' | upcase %}", "The template needs more than 60 bytes for its values.")]
    [InlineData(
        "{% if a %}{% if a %}{% if a %}{% if a %}{% endif %}{% endif %}{% endif %}{% endif %}",
        "Tags and brackets are nested deeper than 3.")]
    [InlineData("{{ a[b[c[d[e]]]] }}", "Tags and brackets are nested deeper than 3.")]
    [InlineData("{% render 'self' %}", "Partials are nested deeper than 2.")]
    public void Limit_Exceeded_IsATypedErrorWithItsPlace(string template, string message)
    {
        var limits = new TemplateLimits
        {
            Steps = 10, OutputBytes = 10, AllocatedBytes = 60, RangeLength = 20, Nesting = 3, PartialDepth = 2,
        };
        var engine = Render.Engine(limits: limits);

        var error = Should.Throw<TemplateException>(() => Render.Text(Render.Compile(template, Partials, engine), Render.Map())).Errors[0];

        (error.Kind, error.Message, error.Line).ShouldBe((TemplateErrorKind.Limit, message, 1));
    }

    private static void Check(string template, TemplateErrorKind kind, int column, string message)
    {
        var error = Render.Error(template, Partials);

        error.Message.ShouldBe(message);
        (error.Kind, error.Line, error.Column, error.SourceLine).ShouldBe((kind, 1, column, template));
    }
}
