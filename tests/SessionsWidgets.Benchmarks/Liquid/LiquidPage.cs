using System.Buffers;
using SessionsWidgets.Liquid;

namespace SessionsWidgets.Benchmarks;

/// <summary>The real template <c>recent-smokes</c> with the library's own filters.</summary>
public sealed class LiquidPage(LiquidTemplate template)
{
    private static readonly LiquidOptions Options = new() { Filters = WidgetFilters.All, Loader = new BuiltIn() };

    private static readonly LiquidOptions Sharing = Options with { PartialCache = new LiquidPartialCache() };

    private static readonly string Source = BuiltInTemplates.Find("recent-smokes")!;

    private readonly LiquidRenderSettings _settings = new() { Now = PageModel.Now, State = Run() };

    /// <summary>The real template with all partials that it calls.</summary>
    public static LiquidTemplate Parse() => LiquidTemplate.Parse(Source, "recent-smokes", Options);

    /// <summary>The same, after another template has compiled the partials, as a widget's is.</summary>
    public static LiquidTemplate ParseAlone() => LiquidTemplate.Parse(Source, "recent-smokes", Sharing);

    public static LiquidTemplate Parse(string source) => LiquidTemplate.Parse(source, "page", Options);

    /// <summary>The page of the benchmarks as one file: what another engine's template would be compared with.</summary>
    public static LiquidTemplate ParseList() => LiquidTemplate.Parse(ListTemplate.Source, "list", Options);

    public void Render(IBufferWriter<byte> output, BenchPage page) => template.Render(output, PageModel.Models.Value(page), _settings);

    internal static TemplateRun Run() => new(
        new WidgetModels(WidgetCatalog.BuiltIn), PageModel.Now, TimeZoneInfo.Utc, new TemplateSet(new NoEngine(), null).FindLocale("en")!);

    /// <summary>The locales are wanted alone.</summary>
    private sealed class NoEngine : ITemplateEngine
    {
        public ITemplate Compile(string name, Func<string, string?> texts) => throw new NotSupportedException();
    }

    private sealed class BuiltIn : ITemplateLoader
    {
        private readonly Dictionary<string, string?> _texts = BuiltInTemplates.Names.ToDictionary(name => name, BuiltInTemplates.Find);

        public string? Load(string name) => _texts.GetValueOrDefault(name);
    }
}
