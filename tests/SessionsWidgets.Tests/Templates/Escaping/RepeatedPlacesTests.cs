namespace SessionsWidgets.Tests.Templates;

/// <summary>
/// What is written several times, or not at all, must not move to another place of the HTML by that: repeated partials,
/// branches of which several match, bodies that are left early.
/// </summary>
public class RepeatedPlacesTests
{
    private const string Attack = "onclick=alert(1) x";

    private static readonly Dictionary<string, string> Partials = new()
    {
        ["open"] = "<p title=\"",
        ["close"] = "\">",
        ["name"] = "start=\"{{ v }}\" on",
        ["apart"] = " hidden",
        ["brk"] = "{% if v %}{% break %}{% endif %}",
        ["deep"] = "{% include 'brk' %}",
        ["deeper"] = "{% include again %}",
        ["attribute-break"] = "{% if v %}{% break %}{% endif %} title=\"",
        ["text"] = "<b>{{ v }}</b>",
    };

    [Theory]
    [InlineData("{% render 'open' for list %}{{ v }}\">", "rendered for each item")]
    [InlineData("<p title=\"{% render 'close' for list %}", "rendered for each item")]
    [InlineData("<p {% render 'name' for list, v: v %}>", "begin it with a space")]
    [InlineData("<p {% for i in list %}start=\"{{ v }}\" on{% endfor %}>", "begin it with a space")]
    [InlineData("<p {% for i in list %}{% assign x = 1 %} start=\"{{ v }}\" on{% endfor %}>", "begin it with a space")]
    [InlineData(
        "<p title=\"{% for i in list %}\">{% ifchanged %}{% break %}{% endifchanged %}<p title=\"{% endfor %}\">", "'break' leaves")]
    [InlineData(
        "{% for i in list %}<p title=\"{% ifchanged %}\">{% break %}<p title=\"{% endifchanged %}\">{% endfor %}", "'break' leaves")]
    [InlineData("{% for i in list %}<p title=\"{% ifchanged %}{% include 'brk' %}{% endifchanged %}\">{% endfor %}", "'break' leaves")]
    [InlineData("<p {% render 'attribute-break', v: 1 %}{{ v }}\">", "left by 'break'")]
    [InlineData("<p {% render 'attribute-break', v: 1 %}\">", "left by 'break'")]
    [InlineData("{% for i in list %}{% capture c %}<b {% include 'brk' %}></b>{% endcapture %}{% endfor %}", "'break' leaves")]
    [InlineData(
        "{% for i in list %}<p title=\"{% capture c %}<b></b>{% include 'deep' %}{% endcapture %}\">{% endfor %}", "'break' leaves")]
    public void Compile_WhatWouldMoveWhenItIsWrittenAgain_IsAnError(string template, string part)
    {
        var error = Render.Error(template, Partials);

        error.Kind.ShouldBe(TemplateErrorKind.Encoding);
        error.Message.ShouldContain(part);
    }

    [Theory]
    [InlineData("<p {% for i in list %} hidden{% endfor %}>", "<p  hidden hidden>")]
    [InlineData("<p{% for i in list %} hidden{% endfor %} title=\"{{ v }}\">", "<p hidden hidden title=\"" + Attack + "\">")]
    [InlineData("<p {% render 'apart' for list %}>", "<p  hidden hidden>")]
    [InlineData("{% render 'text' for list, v: v %}", "<b>" + Attack + "</b><b>" + Attack + "</b>")]
    [InlineData("{% include 'open' with list %}{{ v }}\">", "<p title=\"" + Attack + "\">")]
    [InlineData("{% include 'open' for list %}{{ v }}\">", "<p title=\"" + Attack + "\">")]
    [InlineData("{% include 'open' for nothing_at_all %}{{ v }}\">", "<p title=\"" + Attack + "\">")]
    [InlineData("{% assign open = list %}{% include 'open' %}{{ v }}\">", "<p title=\"" + Attack + "\">")]
    [InlineData("{% assign open = '' | split: ',' %}{% include 'open' %}{{ v }}\">", "<p title=\"" + Attack + "\">")]
    [InlineData("{% include 'text' with list %}", "<b>" + Attack + "</b><b>" + Attack + "</b>")]
    [InlineData(
        "{% case 1 %}{% when 1 %}<p title=\"{% when 1 %}<p title=\"{% else %}<p title=\"{% endcase %}{{ v }}\">",
        "<p title=\"" + Attack + "\">")]
    [InlineData("{% case 1 %}{% when 1, 1 %}<p title=\"{% else %}<p title=\"{% endcase %}{{ v }}\">", "<p title=\"" + Attack + "\">")]
    [InlineData("<p {% case 1 %}{% when 1, 1 %}on{% else %}{% endcase %} title=\"{{ v }}\">", "<p on title=\"" + Attack + "\">")]
    public void Render_WhatIsWrittenAgain_StaysInItsPlace(string template, string expected) =>
        Render.Html(template, Partials, ("list", Render.List("a", "b")), ("v", Attack)).ShouldBe(expected);

    [Theory]
    [InlineData("brk", true)]
    [InlineData("deep", true)]
    [InlineData("text", false)]
    public void DynamicInclude_ThatWouldLeaveALoopInAnotherPlace_IsAnError(string name, bool isError)
    {
        var template = Render.Compile("<p title=\"{% for i in list %}\">{% include name %}<p title=\"{% endfor %}{{ v }}\">", Partials);
        string Rendered() => Render.Text(template, Render.Map(("name", name), ("list", Render.List("a")), ("v", Attack)));

        if (isError) Should.Throw<TemplateException>(Rendered).Errors[0].Kind.ShouldBe(TemplateErrorKind.Encoding);
        else Rendered().ShouldBe($"<p title=\"\"><b>{Attack}</b><p title=\"{Attack}\">");
    }

    [Fact]
    public void DynamicInclude_OfOneThatIncludesAnother_IsLeftInItsPlace()
    {
        var template = Render.Compile("<p title=\"{% for i in list %}\">{% include name %}<p title=\"{% endfor %}{{ v }}\">", Partials);

        Should.Throw<TemplateException>(
            () => Render.Text(template, Render.Map(("name", "deeper"), ("again", "brk"), ("list", Render.List("a")), ("v", Attack))))
            .Errors[0].Kind.ShouldBe(TemplateErrorKind.Encoding);
    }

    [Fact]
    public void DynamicInclude_ThatLeavesALoopInItsPlace_LeavesIt() =>
        Render.Html(
            "{% for i in list %}<b>{{ i }}</b>{% include name %}{% endfor %}.", Partials, ("name", "deep"), ("v", 1),
            ("list", Render.List("a", "b")))
            .ShouldBe("<b>a</b>.");
}
