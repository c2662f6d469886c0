using System.Buffers;
using BenchmarkDotNet.Attributes;

namespace SessionsWidgets.Benchmarks;

/// <summary>A hundred renders one after the other, and at once on all cores: the times are in the ratio of the cores.</summary>
[MemoryDiagnoser]
public class ConcurrencyBenchmarks
{
    private const int Renders = 100;

    private readonly TemplatePage _template = new();
    private readonly BenchPage _page = PageModel.Page(10);
    private readonly ThreadLocal<ArrayBufferWriter<byte>> _outputs = new(() => new ArrayBufferWriter<byte>(1 << 16));

    [Benchmark(Baseline = true)]
    public void OneAfterTheOther()
    {
        for (var i = 0; i < Renders; i++) Render(i);
    }

    [Benchmark]
    public void AtOnce() => Parallel.For(0, Renders, Render);

    private void Render(int number)
    {
        var output = _outputs.Value!;
        output.ResetWrittenCount();
        _template.Render(output, _page);
    }
}
