using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.Tests.Faults;

/// <summary>A test with an upstream that can be broken, and a clock of its own.</summary>
public abstract class FaultTest : IAsyncLifetime
{
    protected FaultTest()
    {
        Upstream = new FaultyUpstream(Clock);
    }

    protected ManualClock Clock { get; } = new();

    protected RecordingLogger Log { get; } = new();

    protected FaultyUpstream Upstream { get; }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Upstream.DisposeAsync();
}
