namespace SessionsWidgets.Tests.Templates;

/// <summary>Branches of <c>case</c> of which several match, in HTML.</summary>
public class CaseTests
{
    [Fact]
    public void Case_SeveralMatchThatEndWhereTheyBegin_AreAllRendered() =>
        Render.Html("{% case a %}{% when 1 %}<b>{{ x }}</b>{% when 1 %}<i>{{ x }}</i>{% else %}no{% endcase %}", ("a", 1), ("x", "<"))
            .ShouldBe("<b>&lt;</b><i>&lt;</i>");

    [Theory]
    [InlineData("{% case a %}{% when 1 %}<p title=\"{% when 1 %}<p title=\"{{ x }}{% else %}<p title=\"{% endcase %}\">", "<p title=\"\">")]
    [InlineData("{% case a %}{% when 2, 1, 1 %}<p title=\"{{ x }}{% else %}<p title=\"{% endcase %}\">", "<p title=\"&lt;\">")]
    [InlineData("<p{% case a %}{% when 1 %}>{% when 1 %}>{{ x }}{% else %}>{% endcase %}</p>", "<p></p>")]
    public void Case_SeveralMatchThatEndElsewhere_OnlyTheFirstIsRendered(string template, string expected) =>
        Render.Html(template, ("a", 1), ("x", "<")).ShouldBe(expected);
}
