namespace SessionsWidgets.Tests.Templates;

/// <summary>
/// Partials in partials, each nested as deeply as it may be, on threads with little stack: where it does not suffice the
/// error is typed, for a stack overflow would end the process.
/// </summary>
public class StackTests
{
    private const int Nesting = 60;
    private const int Ample = 32 << 20;

    public static TheoryData<string, string> Tags => new()
    {
        { "{% if nothing == nil %}", "{% endif %}" },
        { "{% case 1 %}{% when 1 %}", "{% endcase %}" },
        { "{% for i in (1..1) %}", "{% endfor %}" },
        { "{% tablerow i in (1..1) %}", "{% endtablerow %}" },
        { "{% capture text %}", "{% endcapture %}" },
        { "{% ifchanged %}", "{% endifchanged %}" },
    };

    [Theory]
    [MemberData(nameof(Tags))]
    public void Parse_DeepPartialsOnLittleStack_IsATypedError(string open, string close)
    {
        var partials = Partials(16, open, close, Nesting);

        foreach (var kilobytes in (int[])[256, 512])
        {
            On(kilobytes << 10, () => Render.Compile("{% render 'p15' %}", partials))
                .ShouldBeOfType<TemplateException>().Errors[0].Message.ShouldBe("Tags and partials are nested too deeply.");
        }
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Render_DeepPartialsOnLittleStack_RendersOrIsATypedError(string open, string close)
    {
        foreach (var nesting in (int[])[Nesting, Nesting / 2, Nesting / 4, 3])
        {
            var template = Parse("{% render 'p15' %}", Partials(16, open, close, nesting));

            foreach (var kilobytes in (int[])[256, 384, 512, 1024])
                if (On(kilobytes << 10, () => Render.Utf8(template, Render.Map())) is { } error) error.ShouldBeOfType<TemplateException>();
        }
    }

    /// <summary>None of the partials is compiled within many others, but the last is within all of them where it is rendered.</summary>
    [Theory]
    [InlineData("{% case 1 %}{% when 1 %}", "{% endcase %}", 30)]
    [InlineData("{% if nothing == nil %}", "{% endif %}", 60)]
    [InlineData("", "", 0)]
    public void Render_PartialsWithinMoreOthersThanAllowed_IsAnErrorAlsoWhereTheyAreInlined(string open, string close, int nesting)
    {
        const int Count = 60;
        var calls = string.Concat(Enumerable.Range(0, Count).Select(static i => $"{{% if nothing %}}{{% render 'p{i}' %}}{{% endif %}}"));
        var template = Parse($"{calls}{{% render 'p{Count - 1}' %}}", Partials(Count, open, close, nesting));

        On(Ample, () => Render.Utf8(template, Render.Map()))
            .ShouldBeOfType<TemplateException>().Errors[0].Message.ShouldBe("Partials are nested deeper than 16.");
        On(512 << 10, () => Render.Utf8(template, Render.Map())).ShouldBeOfType<TemplateException>();
    }

    [Fact]
    public void Parse_BrokenTagsWithinEachOther_NeedNoMoreStackThanOthers() =>
        On(384 << 10, () => Render.Compile(Repeat("{% if %}", Nesting) + Repeat("{% endif %}", Nesting)))
            .ShouldBeOfType<TemplateException>().Errors[0].Kind.ShouldBe(TemplateErrorKind.Syntax);

    /// <summary>Each filter and each condition of a chain nests in the next where it is evaluated.</summary>
    [Theory]
    [InlineData("{{ 'a'", " | append: b[b[b]]", " }}")]
    [InlineData("{% if b == 1", " and b == 1", " %}x{% endif %}")]
    public void Render_LongChainsOnLittleStack_RendersOrIsATypedError(string start, string link, string end)
    {
        var chain = start + Repeat(link, TemplateLimits.Default.ChainLength - 2) + end;
        var template = Parse(Repeat("{% if true %}", Nesting) + chain + Repeat("{% endif %}", Nesting), []);

        for (var kilobytes = 192; kilobytes <= 512; kilobytes += 16)
            if (On(kilobytes << 10, () => Render.Utf8(template, Render.Map(("b", 1)))) is { } error)
                error.ShouldBeOfType<TemplateException>();
    }

    /// <summary>Partials of which each calls the one before it.</summary>
    private static Dictionary<string, string> Partials(int partials, string open, string close, int nesting)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < partials; i++)
        {
            var inner = i == 0 ? "{{ 1 }}" : $"{{% render 'p{i - 1}' %}}";
            texts[$"p{i}"] = Repeat(open, nesting) + inner + Repeat(close, nesting);
        }

        return texts;
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static CompiledTemplate Parse(string source, Dictionary<string, string> partials)
    {
        CompiledTemplate? template = null;
        On(Ample, () => template = Render.Compile(source, partials)).ShouldBeNull();
        return template!;
    }

    /// <summary>What a thread with a stack of this size ends with; null when all went well.</summary>
    private static Exception? On(int stackSize, Action action)
    {
        Exception? error = null;
        var thread = new Thread(() => error = Record.Exception(action), stackSize);
        thread.Start();
        thread.Join();
        return error;
    }
}
