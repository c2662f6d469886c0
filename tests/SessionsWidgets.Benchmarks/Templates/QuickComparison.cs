using System.Diagnostics;

namespace SessionsWidgets.Benchmarks;

/// <summary>
/// The pages by turns in one process, many short rounds, the fastest round of each: ratios that other work on the
/// machine blurs less than means do.
/// </summary>
internal static class QuickComparison
{
    private const int Rounds = 100;
    private const int BytesPerRound = 3_000_000;
    private const int Compiles = 3000;

    public static void Run()
    {
        double[] each = [.. new[] { 10, 1000 }.Select(Run)];
        Console.WriteLine($"for each session of 1,000 against one of 10: {each[1] / each[0]:0.00} ×");
        var compile = Enumerable.Range(0, Compiles).Min(static _ => Measure(() => TemplatePage.Compile(), 1));
        Console.WriteLine($"compiling with all partials: {compile:0} µs");
    }

    /// <returns>The time that the library takes for each session.</returns>
    private static double Run(int sessions)
    {
        var pages = new RenderBenchmarks { Sessions = sessions };
        pages.Setup();
        (string Name, Func<long> Render)[] ways =
        [
            ("by hand", () => pages.HandWritten()),
            ("the library", () => pages.Template()),
            ("Fluid as it comes", () => pages.FluidAsItComes()),
            ("Handlebars.Net with partials", pages.HandlebarsNet),
        ];
        var best = new double[ways.Length];
        Array.Fill(best, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++) best[way] = Math.Min(best[way], Measure(ways[way].Render));
        }

        Console.WriteLine($"{sessions} sessions");
        for (var way = 0; way < ways.Length; way++)
            Console.WriteLine(
                $"  {ways[way].Name,-30}{best[way],10:0.00} µs{best[way] / best[0],8:0.00} × by "
                + $"hand{Allocated(ways[way].Render) / 1024.0,9:0.0} KB; the library takes {best[1] / best[way]:0.00} × of it");
        return best[1] / sessions;
    }

    private static long Allocated(Func<long> render)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        render();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static double Measure(Func<long> render) => Measure(() => render(), Math.Max(1, BytesPerRound / (int)render()));

    /// <summary>The time of one of so many, in microseconds.</summary>
    private static double Measure(Action work, int count)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++) work();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
    }
}
