using System.Buffers;
using System.Globalization;

namespace SessionsWidgets.Liquid.Tests;

/// <summary>The other process: renders the hostile templates with the default limits and prints how each ended.</summary>
internal static class HostileHost
{
    public const string Switch = "HOSTILE_TEMPLATES";

    private const int Runs = 3;

    private static readonly LiquidOptions Options = new() { Loader = new DictionaryTemplateLoader(HostileTemplates.Partials) };

    public static int Main()
    {
        if (Environment.GetEnvironmentVariable(Switch) is null) return 2;

        // The first run compiles the code, which is no part of what is measured.
        foreach (var (name, make) in HostileTemplates.All) Run(name, make());
        foreach (var (name, make) in HostileTemplates.All)
        {
            var source = make();
            var (end, shortest, bytes) = ("", double.MaxValue, 0L);
            // The shortest of a few runs, of the thread's own time: what else the machine does is no part of what is measured.
            for (var i = 0; i < Runs; i++)
            {
                var clock = ThreadClock.Start();
                var before = GC.GetAllocatedBytesForCurrentThread();
                end = Run(name, source);
                bytes = Math.Max(bytes, GC.GetAllocatedBytesForCurrentThread() - before);
                shortest = Math.Min(shortest, clock.Elapsed.TotalMilliseconds);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{end}\t{shortest:0.0}\t{bytes}"));
        }

        return 0;
    }

    private static string Run(string name, string source)
    {
        try
        {
            LiquidTemplate.Parse(source, name, Options).Render(new ArrayBufferWriter<byte>(), Render.Map(), Settings.Standard);
            return "rendered";
        }
        catch (Exception exception)
        {
            return exception is LiquidException ? nameof(LiquidException) : exception.ToString().ReplaceLineEndings(" ");
        }
    }
}
