using System.Buffers;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Running;
using SessionsWidgets.Benchmarks;
using SessionsWidgets.Benchmarks.Build;
using SessionsWidgets.Benchmarks.Caching;
using SessionsWidgets.Benchmarks.Pictures;
using SessionsWidgets.Benchmarks.Site;

switch (args)
{
    // Whole processes: BenchmarkDotNet measures what happens inside of one.
    case ["build"]:
        await BuildBenchmark.RunAsync();
        return 0;
    case ["serve", .. var before] when before.Length < 2:
        await ServeBenchmark.RunAsync(before.FirstOrDefault());
        return 0;
    case ["measure", .. var command]:
        return ProcessUsage.Measure(command);
    case ["cache-memory", var megabytes]:
        await CacheMemory.RunAsync(int.Parse(megabytes, CultureInfo.InvariantCulture));
        return 0;
    case ["site"]:
        await SiteBenchmark.RunAsync();
        return 0;
    case ["site-server", var api, var key]:
        await SiteServer.RunAsync(api, key);
        return 0;
    case ["pictures", .. var seconds] when seconds.Length < 2:
        await PictureBenchmark.RunAsync(
            rounds: 5, TimeSpan.FromSeconds(double.Parse(seconds.FirstOrDefault() ?? "3", CultureInfo.InvariantCulture)));
        return 0;
    case ["picture-server"]:
        await PictureServer.RunAsync();
        return 0;
    case ["fleet", .. var servers]:
        await FleetBenchmark.RunAsync([.. servers.Select(number => int.Parse(number, CultureInfo.InvariantCulture))]);
        return 0;
    // The templates against the others in some seconds, where BenchmarkDotNet takes minutes.
    case ["quick"]:
        QuickComparison.Run();
        return 0;
    // Whether the ways that are compared write the same page; the tests run it.
    case ["check"]:
        new RenderBenchmarks { Sessions = 10 }.Setup();
        return 0;
    // The page that the benchmarks render, to look at.
    case ["print"]:
        var output = new ArrayBufferWriter<byte>();
        new TemplatePage().Render(output, PageModel.Page(2));
        Console.Write(Encoding.UTF8.GetString(output.WrittenSpan));
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(TemplatePage).Assembly).Run(args);
        return 0;
}
