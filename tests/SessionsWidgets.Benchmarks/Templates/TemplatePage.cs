using System.Buffers;

namespace SessionsWidgets.Benchmarks;

/// <summary>The real template <c>recent-smokes</c> with all its partials.</summary>
public sealed class TemplatePage
{
    private static readonly TemplateTexts Texts = new(BuiltInTemplates.Find, BuiltInTemplates.Names);
    private static readonly TemplateEngine Engine = new();

    private readonly CompiledTemplate _template = Engine.Compile("recent-smokes", Texts);
    private readonly TemplateRenderContext _run = Run();

    /// <summary>Compiles the template with all its partials.</summary>
    public static object Compile() => Engine.Compile("recent-smokes", Texts);

    public void Render(IBufferWriter<byte> output, BenchPage page)
    {
        var task = _template.RenderAsync(output, PageModel.Members.Of<BenchPage>().Value(page), _run, CancellationToken.None);
        if (!task.IsCompletedSuccessfully) throw new InvalidOperationException("Nothing in this template waits.");
    }

    internal static TemplateRenderContext Run() =>
        new(PageModel.Now, TimeZoneInfo.Utc, new LocaleSet([]).Find("en")!, new PictureWriter(PictureAddresses.Direct, ""));
}
