using System.Globalization;

namespace SessionsWidgets.Tests.Diagnostics;

public class LoggedOnceTests
{
    private readonly LoggedOnce _logged = new();

    [Fact]
    public void TryAdd_ManyThreads_NeverExceedsTheBound()
    {
        for (var run = 0; run < 20; run++)
        {
            var logged = new LoggedOnce();
            var added = 0;
            Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            {
                if (logged.TryAdd(i.ToString(CultureInfo.InvariantCulture))) Interlocked.Increment(ref added);
            });
            added.ShouldBe(LoggedOnce.MaxTracked);
        }
    }

    [Fact]
    public void TryAdd_SameText_IsLoggedOnceUntilItIsForgotten()
    {
        _logged.TryAdd("a").ShouldBeTrue();
        _logged.TryAdd("a").ShouldBeFalse();
        _logged.Forget("a");
        _logged.TryAdd("a").ShouldBeTrue();
    }
}
