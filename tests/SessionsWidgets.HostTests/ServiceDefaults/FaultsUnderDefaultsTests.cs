using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.HostTests.ServiceDefaults;

/// <summary>Retries and timeouts that a host gives to all clients change nothing of what docs/reliability.md says.</summary>
public sealed class FaultsUnderDefaultsTests : IAsyncLifetime
{
    private DefaultsSite _plain = null!;
    private DefaultsSite _withDefaults = null!;

    /// <summary>The faults that are retried or waited for, by the library or by a handler that would be around it.</summary>
    public static TheoryData<string> Rows =>
    [
        .. FaultTable.Rows
            .Where(r => r.Event is "rate.limited" || r.Event?.StartsWith("upstream.", StringComparison.Ordinal) == true).Select(r => r.Id),
    ];

    public async Task InitializeAsync()
    {
        _plain = await DefaultsSite.StartAsync(hasDefaults: false);
        _withDefaults = await DefaultsSite.StartAsync(hasDefaults: true);
    }

    public async Task DisposeAsync()
    {
        await _plain.DisposeAsync();
        await _withDefaults.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Page_FaultyUnderDefaults_SameCallsAndEventsAsWithout(string id)
    {
        (await _withDefaults.RunAsync(id, v => v.ColdAsync())).ShouldBe(await _plain.RunAsync(id, v => v.ColdAsync()));
        (await _withDefaults.RunAsync(id, v => v.StaleAsync())).ShouldBe(await _plain.RunAsync(id, v => v.StaleAsync()));
    }
}
