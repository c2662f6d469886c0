using System.Buffers;
using SessionsWidgets.Liquid;

namespace SessionsWidgets;

/// <summary>The project's own Liquid engine behind the seam: HTML mode, the library's filters, and the models that widgets describe. Thread-safe.</summary>
internal sealed class LiquidEngine(WidgetModels models) : ITemplateEngine
{
    private readonly LiquidOptions _options = new() { Filters = WidgetFilters.All, PartialCache = new LiquidPartialCache() };

    public ITemplate Compile(string name, Func<string, string?> texts) => new Template(CompileLiquid(name, texts), models);

    /// <summary>The compiled template with what is known of it, for <c>check</c>.</summary>
    /// <exception cref="TemplateException">The template is missing or broken.</exception>
    public LiquidTemplate CompileLiquid(string name, Func<string, string?> texts)
    {
        var text = texts(name) ?? throw new TemplateException(name, $"There is no template '{name}': put a file {name}.liquid into the template folder.");
        try
        {
            return LiquidTemplate.Parse(text, name, _options with { Loader = new Loader(texts) });
        }
        catch (LiquidException e)
        {
            throw new TemplateException(e.TemplateName, e.Message, e);
        }
    }

    private sealed class Loader(Func<string, string?> texts) : ITemplateLoader
    {
        public string? Load(string name) => texts(name);
    }

    private sealed class Template(LiquidTemplate template, WidgetModels models) : ITemplate
    {
        public void Render(IBufferWriter<byte> output, WidgetModel model, TemplateRun run, CancellationToken cancellationToken)
        {
            var settings = new LiquidRenderSettings { Now = run.Now, TimeZone = run.TimeZone, Language = run.Language, State = run };
            try
            {
                var result = template.Render(output, models.Value(model), settings, cancellationToken);
                if (result.FreshUntil is { } freshUntil) run.LowerFreshUntil(freshUntil);
            }
            catch (LiquidException e)
            {
                throw new TemplateException(e.TemplateName, e.Message, e);
            }
        }
    }
}
