using System.Buffers;

namespace SessionsWidgets.Benchmarks;

/// <summary>The page in one file, once and many times in a row: what compiling and rendering cost for each kilobyte of template.</summary>
internal static class LengthComparison
{
    private const int Rounds = 100;
    private const int PagesPerRound = 200;

    public static void Run()
    {
        // What comes first is measured once more at the end, when everything is compiled as well as it ever will be.
        foreach (var times in (int[])[1, 3, 10, 30, 100, 1]) Measure(times);
    }

    private static void Measure(int times)
    {
        var page = PageModel.Page(1);
        var output = new ArrayBufferWriter<byte>(1 << 20);
        var source = string.Concat(Enumerable.Repeat(ListTemplate.Source, times));
        var template = new LiquidPage(LiquidPage.Parse(source));
        var (compile, render) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            compile = Math.Min(compile, QuickComparison.Measure(() => LiquidPage.Parse(source), PagesPerRound / times));
            render = Math.Min(render, QuickComparison.Measure(Render, PagesPerRound / times));
        }

        var size = source.Length / 1000.0;
        Console.WriteLine($"{size,8:0.0} KB of template: compiling {compile,8:0.0} µs, {compile / size,6:0.00} a KB; rendering {render,8:0.00} µs, {render / size,6:0.00} a KB");

        void Render()
        {
            output.ResetWrittenCount();
            template.Render(output, page);
        }
    }
}
