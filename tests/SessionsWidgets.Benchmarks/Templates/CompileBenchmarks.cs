using BenchmarkDotNet.Attributes;

namespace SessionsWidgets.Benchmarks;

/// <summary>Compiling the real template with all its partials and drawings, nothing compiled before.</summary>
[MemoryDiagnoser]
public class CompileBenchmarks
{
    [Benchmark]
    public object Compile() => TemplatePage.Compile();
}
