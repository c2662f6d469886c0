using System.Buffers;
using BenchmarkDotNet.Attributes;
using SessionsWidgets.Liquid;

namespace SessionsWidgets.Benchmarks;

/// <summary>
/// Compiling a template, against rendering it: the page of the other benchmarks in one file, the real one once another widget has
/// compiled the partials, and the real one with all its partials and drawings.
/// </summary>
[MemoryDiagnoser]
public class ParseBenchmarks
{
    private readonly ArrayBufferWriter<byte> _output = new(1 << 16);
    private readonly LiquidPage _liquid = new(LiquidPage.Parse());
    private readonly BenchPage _page = PageModel.Page(10);

    [Benchmark(Baseline = true)]
    public int Render()
    {
        _output.ResetWrittenCount();
        _liquid.Render(_output, _page);
        return _output.WrittenCount;
    }

    [Benchmark]
    public LiquidTemplate ParseList() => LiquidPage.ParseList();

    [Benchmark]
    public LiquidTemplate ParseReal() => LiquidPage.ParseAlone();

    [Benchmark]
    public LiquidTemplate ParseRealWithAllPartials() => LiquidPage.Parse();
}
