namespace SessionsWidgets.Liquid.Tests;

/// <summary>Small partials are put in place of their calls: nobody may see that from what is written.</summary>
public class InliningTests
{
    [Fact]
    public void Render_NamesThatThePartialAssigns_StayInThePartial() =>
        Html("{% assign a = 1 %}{% render 'p' %}{{ a }}", ("p", "{% assign a = 2 %}{{ a }}")).ShouldBe("21");

    [Fact]
    public void Render_NamesOfTheCallerAndOfTheRoot_AreNotSeen() =>
        Html("{% assign b = 1 %}{% render 'p' %}", ("p", "[{{ a }}{{ b }}]"), ("a", "x")).ShouldBe("[]");

    [Fact]
    public void Render_ANameAssignedAfterItIsRead_IsNilAtEveryCall() =>
        Html("{% for i in (1..2) %}{% render 'p', i: i %}{% endfor %}", ("p", "{% if seen %}again{% endif %}{% assign seen = i %}{{ seen }}")).ShouldBe("12");

    [Fact]
    public void Render_ANameAssignedInOneBranch_IsNilInTheOther() =>
        Html("{% for i in (1..2) %}{% render 'p', i: i %}{% endfor %}", ("p", "{% if i == 1 %}{% assign a = 'x' %}{% endif %}[{{ a }}]")).ShouldBe("[x][]");

    [Fact]
    public void Render_AMemberOfTheRootOfTheNameThatIsAssigned_DoesNotShowThrough() =>
        Html("{% render 'p' %}", ("p", "[{% if false %}{% assign a = 1 %}{% endif %}{{ a }}]"), ("a", "x")).ShouldBe("[]");

    [Fact]
    public void Render_AnArgumentThatThePartialAssigns_StartsWithTheCallersValue() =>
        Html("{% assign v = 1 %}{% render 'p', a: v %}{{ v }}", ("p", "{{ a }}{% assign a = a | plus: 1 %}{{ a }}")).ShouldBe("121");

    [Fact]
    public void Render_TheLastOfSeveralArgumentsOfOneName_Counts() =>
        Html("{% render 'p', a: 1, a: 2 %}", ("p", "{{ a }}")).ShouldBe("2");

    [Fact]
    public void Render_PartialsWithinPartials_KeepTheirNamesApart()
    {
        (string, string)[] partials =
        [
            ("outer", "{% assign a = v %}{% render 'inner', v: a %}{% render 'inner', v: 'c' %}{{ a }}"),
            ("inner", "{% assign a = v | append: '!' %}{{ a }}"),
        ];

        Html("{% assign a = 'a' %}{% render 'outer', v: 'b' %}{{ a }}{% render 'outer', v: a %}", partials).ShouldBe("b!c!baa!c!a");
    }

    [Fact]
    public void Render_ConditionsThatTheCallDecides_LeaveTheRightBranch()
    {
        const string Partial = "{% if a and b %}both{% elsif a or b %}one{% else %}none{% endif %}{% unless a == true %}!{% endunless %}";

        Html("{% render 'p', a: true, b: true %} {% render 'p', b: 1 %} {% render 'p' %} {% render 'p', a: x, b: true %}", ("p", Partial), ("x", true))
            .ShouldBe("both one! none! both");
    }

    [Fact]
    public void Render_AnArgumentThatIsAPath_IsReadThroughToItsMembers() =>
        Html(
            "{% for item in items %}{% render 'p', thing: item.inner, first: items[0] %}{% endfor %}",
            [("p", "{{ thing.name }}{% if thing.none.name %}!{% endif %}{{ first.inner.name }} ")],
            ("items", Render.List(Item("a"), Item("b")))).ShouldBe("aa ba ");

    [Fact]
    public void Render_ABlankPartial_DoesNotMakeItsSurroundingsBlank() =>
        Html("{% if true %} {% render 'p' %} {% endif %}", ("p", "{% assign a = 1 %}")).ShouldBe("  ");

    [Fact]
    public void Render_AnErrorInThePartial_IsShownInItsOwnSource()
    {
        var template = Parse("line\n\n{% render 'outer' %}", ("outer", "\n{% render 'p', a: 'x' %}"), ("p", "\n\n {{ 1 | divided_by: 0 }}"));

        var error = Should.Throw<LiquidException>(() => template.Render(Render.Map(), Settings.Standard)).Error;

        (error.TemplateName, error.Line, error.SourceLine).ShouldBe(("p", 3, " {{ 1 | divided_by: 0 }}"));
    }

    [Fact]
    public void Render_AnErrorInTheCaller_IsShownInTheCaller()
    {
        var template = Parse("{% render 'p' %}\n{{ 1 | divided_by: 0 }}", ("p", "a"));

        var error = Should.Throw<LiquidException>(() => template.Render(Render.Map(), Settings.Standard)).Error;

        (error.TemplateName, error.Line).ShouldBe(("test", 2));
    }

    [Theory]
    [InlineData("{% render 'p', never_read: (1..half) %}")]
    [InlineData("{% render 'p', a: (1..half), a: 1 %}")]
    [InlineData("{% render 'p', a: list[(1..half)].name %}")]
    public void Render_AnArgumentThatFails_FailsThoughNobodyReadsIt(string page) =>
        Should.Throw<LiquidException>(() => Html(page, ("p", "a"), ("half", 1.5))).Error.TemplateName.ShouldBe("test");

    [Fact]
    public void Render_ForEachInAPartialThatALoopCalls_HasNoLoopAroundIt() =>
        Html(
            "{% for i in (1..2) %}{% render 'p', items: items %}{% render 'each' for items as item %}{% endfor %}",
            [("p", "{% render 'each' for items as item %}"), ("each", "{{ item }}{{ forloop.parentloop.index }}{{ forloop.last }} ")],
            ("items", Render.List("a", "b"))).ShouldBe("afalse btrue afalse btrue afalse btrue afalse btrue ");

    [Fact]
    public void Render_ALimitThatIsReachedAfterACall_IsShownInTheCaller()
    {
        // The second partial is called, and longer than its caller.
        var options = new LiquidOptions
        {
            Limits = new LiquidLimits { OutputBytes = 2500 },
            Loader = new DictionaryTemplateLoader(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["small"] = "{{ 1 }}",
                ["long"] = new string(' ', 2200) + "{% for i in (1..2) %}{{ i }}{% endfor %}",
            }),
        };
        var template = LiquidTemplate.Parse($"{{% render 'small' %}}\n {{% render 'long' %}}{new string('x', 400)}", "test", options);

        var error = Should.Throw<LiquidException>(() => template.Render(Render.Map(), Settings.Standard)).Error;

        (error.Kind, error.TemplateName, error.Line, error.Column).ShouldBe((LiquidErrorKind.Limit, "test", 2, 2));
    }

    [Fact]
    public void Parse_FiftyThousandCalls_StayInMemoryBounds()
    {
        var source = string.Concat(Enumerable.Repeat("{% render 'p' %}", 50_000));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var template = Parse(source, ("p", new string('x', 2000)));

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(128L << 20);
        Should.Throw<LiquidException>(() => template.Render(Render.Map(), Settings.Standard)).Error.Kind.ShouldBe(LiquidErrorKind.Limit);
    }

    private static LiquidValue Item(string name) => Render.Map(("inner", Render.Map(("name", name))));

    private static string Html(string template, (string, string) partial, params (string Name, LiquidValue Value)[] model) =>
        Html(template, [partial], model);

    private static string Html(string template, (string, string)[] partials, params (string Name, LiquidValue Value)[] model) =>
        Parse(template, partials).Render(Render.Map(model), Settings.Standard);

    private static LiquidTemplate Parse(string template, params (string Name, string Text)[] partials) => LiquidTemplate.Parse(template, "test", new LiquidOptions
    {
        Loader = new DictionaryTemplateLoader(partials.ToDictionary(partial => partial.Name, partial => partial.Text, StringComparer.Ordinal)),
    });
}
