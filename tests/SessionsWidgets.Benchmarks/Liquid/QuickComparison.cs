using System.Diagnostics;

namespace SessionsWidgets.Benchmarks;

/// <summary>
/// The pages by turns in one process, many short rounds, the fastest round of each: ratios that other work on the
/// machine blurs less than means do.
/// </summary>
internal static class QuickComparison
{
    private const int Rounds = 150;
    private const int BytesPerRound = 6_000_000;

    public static void Run(int sessions)
    {
        var pages = new RenderBenchmarks { Sessions = sessions };
        pages.Setup();
        (string Name, Func<long> Render)[] ways =
        [
            ("by hand", () => pages.HandWritten()),
            ("in one file", () => pages.LiquidWithoutPartials()),
            ("the real template", () => pages.Liquid()),
            ("Handlebars.Net in one file", pages.HandlebarsNetWithoutPartials),
            ("Handlebars.Net with partials", pages.HandlebarsNet),
        ];
        var best = new double[ways.Length];
        Array.Fill(best, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++) best[way] = Math.Min(best[way], Measure(ways[way].Render));
        }

        for (var way = 0; way < ways.Length; way++)
            Console.WriteLine($"{ways[way].Name,-30}{best[way],10:0.00} µs{best[way] / best[0],8:0.00} × by hand{best[^2] / best[way],8:0.00} ×{best[^1] / best[way],8:0.00} × as fast as Handlebars.Net in one file and with partials");
    }

    private static double Measure(Func<long> render) => Measure(() => render(), Math.Max(1, BytesPerRound / (int)render()));

    /// <summary>The time of one of so many, in microseconds.</summary>
    public static double Measure(Action work, int count)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++) work();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
    }
}
