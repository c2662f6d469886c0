using System.Buffers;
using System.Net;
using System.Text;
using BenchmarkDotNet.Attributes;

namespace SessionsWidgets.Benchmarks;

/// <summary>A page of recent smokes: the library, against C# by hand (the limit), Fluid as it comes, and Handlebars.Net.</summary>
[MemoryDiagnoser]
public class RenderBenchmarks
{
    private readonly ArrayBufferWriter<byte> _output = new(4 << 20);
    private readonly MemoryStream _stream = new(4 << 20);
    private readonly TemplatePage _template = new();
    private readonly FluidPage _fluid = new();
    private readonly HandWrittenPage _handWritten = new();
    private readonly HandlebarsPage _handlebars = new(HandlebarsTemplates.Page, HandlebarsTemplates.Partials);
    private BenchPage _page = PageModel.Page(0);

    [Params(10, 100, 1000)]
    public int Sessions { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _page = PageModel.Page(Sessions);
        HandWritten();
        var expected = _output.WrittenSpan.ToArray();
        Template();
        if (!_output.WrittenSpan.SequenceEqual(expected)) throw new InvalidOperationException("The two write different pages.");
        Compare(expected, Encoding.UTF8.GetBytes(_fluid.Render(_page)), "Fluid");
        HandlebarsNet();
        Compare(expected, _stream.ToArray(), "Handlebars.Net");
    }

    [Benchmark(Baseline = true)]
    public int HandWritten()
    {
        _output.ResetWrittenCount();
        _handWritten.Render(_output, _page);
        return _output.WrittenCount;
    }

    [Benchmark]
    public int Template()
    {
        _output.ResetWrittenCount();
        _template.Render(_output, _page);
        return _output.WrittenCount;
    }

    [Benchmark]
    public int FluidAsItComes() => _fluid.Render(_page).Length;

    [Benchmark]
    public long HandlebarsNet()
    {
        _stream.SetLength(0);
        _handlebars.Render(_stream, _page);
        return _stream.Length;
    }

    /// <summary>The engines encode other characters than they must, each its own, and place white space as they like.</summary>
    private static void Compare(byte[] expected, byte[] actual, string engine)
    {
        if (Plain(expected) != Plain(actual)) throw new InvalidOperationException($"{engine} writes another page.");

        static string Plain(byte[] page) =>
            string.Concat(WebUtility.HtmlDecode(Encoding.UTF8.GetString(page)).Where(c => !char.IsWhiteSpace(c)));
    }
}
