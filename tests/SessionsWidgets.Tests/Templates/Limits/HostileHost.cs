using System.Globalization;

namespace SessionsWidgets.Tests.Templates;

/// <summary>The other process: renders hostile templates with the default limits and prints how each ended.</summary>
internal static class HostileHost
{
    /// <summary>The variable that says what to render: <see cref="All"/>, or the name of one template.</summary>
    public const string Switch = "HOSTILE_TEMPLATES";

    /// <summary>Renders all of them, each a few times where it is slow.</summary>
    public const string All = "*";

    private const int Runs = 5;
    private const double Fast = 100;

    public static int Main()
    {
        switch (Environment.GetEnvironmentVariable(Switch))
        {
            case null: return 2;
            case All: RunAll(); break;
            case var name: RunCold(name); break;
        }

        return 0;
    }

    private static void RunAll()
    {
        var engine = Render.Engine();
        foreach (var (name, make) in HostileTemplates.All.Concat(HostileFilters.All))
        {
            var source = make();
            var (end, shortest, bytes) = ("", double.MaxValue, 0L);
            // The shortest of a few runs of the thread's own time: what else the machine does, and compiling the code, are no part of it.
            for (var i = 0; i < Runs && shortest > Fast; i++)
            {
                var clock = ThreadClock.Start();
                var before = GC.GetAllocatedBytesForCurrentThread();
                end = Run(name, source, engine);
                bytes = Math.Max(bytes, GC.GetAllocatedBytesForCurrentThread() - before);
                shortest = Math.Min(shortest, clock.Elapsed.TotalMilliseconds);
            }

            Tell(name, end, shortest, bytes);
        }
    }

    /// <summary>The first template of this process: all that it takes is measured, its code's compilation and the engine's included, on
    /// every thread.</summary>
    private static void RunCold(string name)
    {
        var source = HostileTemplates.All[name]();
        var before = Environment.CpuUsage.TotalTime;
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var end = Run(name, source, Render.Engine());
        Tell(name, end, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private static void Tell(string name, string end, double milliseconds, long bytes) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{end}\t{milliseconds:0.0}\t{bytes}"));

    private static string Run(string name, string source, TemplateEngine engine)
    {
        try
        {
            Render.Utf8(engine.Compile(name, source, Render.Texts(HostileTemplates.Partials), default), HostileTemplates.Model);
            return "rendered";
        }
        catch (TemplateException exception)
        {
            return $"{nameof(TemplateException)}\t{exception.Errors[0].Message.ReplaceLineEndings(" ")}";
        }
        catch (Exception exception)
        {
            return exception.ToString().ReplaceLineEndings(" ");
        }
    }
}
