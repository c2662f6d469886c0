using System.Text;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace SessionsWidgets.Benchmarks;

/// <summary>The same template by Fluid as it comes: into a string, everything encoded for HTML text, no places, no limits.</summary>
public sealed class FluidPage
{
    private readonly TemplateOptions _options = new() { ModelNamesComparer = StringComparer.Ordinal, FileProvider = new BuiltIn() };
    private readonly IFluidTemplate _template = new FluidParser(new FluidParserOptions { AllowLiquidTag = true })
        .Parse(BuiltInTemplates.Find("recent-smokes")!);
    private readonly RenderState _state = new(TemplateLimits.Default);
    private readonly TemplateRenderContext _run = TemplatePage.Run();

    public FluidPage()
    {
        _options.MemberAccessStrategy.MemberNameStrategy = MemberNameStrategies.SnakeCase;
        _options.MemberAccessStrategy.Register<BenchPage>();
        _options.MemberAccessStrategy.Register<BenchSession>();
        _options.MemberAccessStrategy.Register<BenchUser>();
        _options.MemberAccessStrategy.Register<BenchCigar>();
        _options.MemberAccessStrategy.Register<BenchVenue>();
        foreach (var (name, filter) in WidgetFilters.All) _options.Filters.AddFilter(name, filter.Apply);
    }

    public string Render(BenchPage page)
    {
        // The library's own filters ask this context for the time and the language.
        var context = new RenderContext(_state.Start(_run, CancellationToken.None), _options, FluidValue.Create(page, _options));
        return _template.Render(context, HtmlEncoder.Default);
    }

    /// <summary>The partials as files.</summary>
    private sealed class BuiltIn : IFileProvider
    {
        private readonly Dictionary<string, TextFile> _files =
            BuiltInTemplates.Names.ToDictionary(
                static name => name + ".liquid", static name => new TextFile(name + ".liquid", BuiltInTemplates.Find(name)!));

        public IFileInfo GetFileInfo(string subpath) => _files.TryGetValue(subpath, out var file) ? file : new NotFoundFileInfo(subpath);

        public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

        public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
    }

    private sealed class TextFile(string name, string text) : IFileInfo
    {
        private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text);

        public bool Exists => true;

        public long Length => _utf8.Length;

        public string? PhysicalPath => null;

        public string Name => name;

        public DateTimeOffset LastModified => PageModel.Now;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(_utf8);
    }
}
