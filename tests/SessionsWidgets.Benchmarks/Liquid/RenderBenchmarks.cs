using System.Buffers;
using System.Net;
using System.Text;
using BenchmarkDotNet.Attributes;

namespace SessionsWidgets.Benchmarks;

/// <summary>A page of recent smokes: the engine, against C# by hand (the limit) and Handlebars.Net.</summary>
[MemoryDiagnoser]
public class RenderBenchmarks
{
    private readonly ArrayBufferWriter<byte> _output = new(4 << 20);
    private readonly MemoryStream _stream = new(4 << 20);
    private readonly LiquidPage _liquid = new(LiquidPage.Parse());
    private readonly LiquidPage _list = new(LiquidPage.ParseList());
    private readonly HandWrittenPage _handWritten = new();
    private readonly HandlebarsPage _handlebars = new(HandlebarsTemplates.Page, HandlebarsTemplates.Partials);
    private readonly HandlebarsPage _handlebarsInOne = new(HandlebarsPage.Template);
    private BenchPage _page = PageModel.Page(0);

    [Params(10, 100, 1000)]
    public int Sessions { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _page = PageModel.Page(Sessions);
        HandWritten();
        var expected = _output.WrittenSpan.ToArray();
        Liquid();
        if (!_output.WrittenSpan.SequenceEqual(expected)) throw new InvalidOperationException("The two write different pages.");
        HandlebarsNet();
        Compare(expected, _stream.ToArray());
        HandlebarsNetWithoutPartials();
        Compare(expected, _stream.ToArray());
    }

    [Benchmark(Baseline = true)]
    public int HandWritten()
    {
        _output.ResetWrittenCount();
        _handWritten.Render(_output, _page);
        return _output.WrittenCount;
    }

    [Benchmark]
    public int Liquid()
    {
        _output.ResetWrittenCount();
        _liquid.Render(_output, _page);
        return _output.WrittenCount;
    }

    /// <summary>The same page by one template without partials and with fewer conditions.</summary>
    [Benchmark]
    public int LiquidWithoutPartials()
    {
        _output.ResetWrittenCount();
        _list.Render(_output, _page);
        return _output.WrittenCount;
    }

    [Benchmark]
    public long HandlebarsNet()
    {
        _stream.SetLength(0);
        _handlebars.Render(_stream, _page);
        return _stream.Length;
    }

    [Benchmark]
    public long HandlebarsNetWithoutPartials()
    {
        _stream.SetLength(0);
        _handlebarsInOne.Render(_stream, _page);
        return _stream.Length;
    }

    /// <summary>The engines encode other characters than they must, each its own, and place white space as they like.</summary>
    private static void Compare(byte[] expected, byte[] actual)
    {
        if (Plain(expected) != Plain(actual)) throw new InvalidOperationException("Handlebars.Net writes another page.");

        static string Plain(byte[] page) =>
            string.Concat(WebUtility.HtmlDecode(Encoding.UTF8.GetString(page)).Where(c => !char.IsWhiteSpace(c)));
    }
}
