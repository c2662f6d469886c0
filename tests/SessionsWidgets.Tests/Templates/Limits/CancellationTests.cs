using Fluid.Values;

namespace SessionsWidgets.Tests.Templates;

/// <summary>A render ends when its caller gives it up, also where a filter of the host's does not answer.</summary>
public class CancellationTests
{
    private const string Long = "{% for i in (1..1000) %}{% for j in (1..100) %}{{ j }}{% endfor %}{% endfor %}";

    [Fact]
    public async Task Render_WithACancelledToken_Ends()
    {
        foreach (var template in (string[])["x", Long])
            await Should.ThrowAsync<OperationCanceledException>(
                RenderAsync(Render.Compile(template), new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Render_CancelledOnTheWay_Ends()
    {
        using var source = new CancellationTokenSource();
        var cancel = new TemplateExtensions().AddFilter("cancel", (input, _, _) =>
        {
            source.Cancel();
            return new(input);
        });

        var template = Render.Compile("{{ 'x' | cancel }}" + Long, engine: Render.Engine(cancel));

        await Should.ThrowAsync<OperationCanceledException>(RenderAsync(template, source.Token));
    }

    [Fact]
    public async Task Render_WhereAFilterNeverAnswers_EndsByTheTokenOfTheCaller()
    {
        using var source = new CancellationTokenSource();
        var answer = new TaskCompletionSource<FluidValue>();
        var slow = new TemplateExtensions().AddFilter("slow", (_, _, _) => new(answer.Task));
        var template =
            Render.Compile("<p title=\"{% capture x %}{{ 'x' | slow }}{% endcapture %}{{ x }}\">" + Long, engine: Render.Engine(slow));

        var render = RenderAsync(template, source.Token);
        render.IsCompleted.ShouldBeFalse();
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(render);

        // Its answer comes too late and does no harm.
        answer.SetResult(new StringValue("late"));
        Render.Text(Render.Compile("{{ 'x' }}"), Render.Map()).ShouldBe("x");
    }

    [Fact]
    public async Task Render_WhereAFilterAnswersLater_WritesItsAnswer()
    {
        var answer = new TaskCompletionSource<FluidValue>();
        var slow = new TemplateExtensions().AddFilter("slow", (_, _, _) => new(answer.Task));
        var template = Render.Compile(
            "{% if true %}{% for i in (1..2) %}<p title=\"{{ 'x' | slow }}\">{% endfor %}{% endif %}", engine: Render.Engine(slow));

        var output = new System.Buffers.ArrayBufferWriter<byte>();
        var render = template.RenderAsync(output, Render.Map(), Render.Run(), CancellationToken.None);
        answer.SetResult(new StringValue("<late>"));
        await render;

        System.Text.Encoding.UTF8.GetString(output.WrittenSpan).ShouldBe("<p title=\"&lt;late&gt;\"><p title=\"&lt;late&gt;\">");
    }

    private static Task RenderAsync(CompiledTemplate template, CancellationToken token) =>
        template.RenderAsync(new System.Buffers.ArrayBufferWriter<byte>(), Render.Map(), Render.Run(), token).AsTask();
}
