using SessionsWidgets.Benchmarks.Build;

switch (args)
{
    case ["build"]:
        await BuildBenchmark.RunAsync();
        return 0;
    case ["measure", .. var command]:
        return ProcessUsage.Measure(command);
    default:
        Console.Error.WriteLine("Name a benchmark: build.");
        return 2;
}
