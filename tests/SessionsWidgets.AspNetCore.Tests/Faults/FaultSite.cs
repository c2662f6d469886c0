using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.AspNetCore.Tests.Faults;

/// <summary>One site whose businesses each have an upstream of their own that can go wrong.</summary>
public sealed class FaultSite : IAsyncLifetime, IBusinessSource
{
    private readonly ConcurrentDictionary<string, FaultyUpstream.Line> _businesses = new(StringComparer.Ordinal);
    private TestSite _site = null!;
    private int _rows;

    public ManualClock Clock { get; } = new();

    internal RecordingLogger Log => _site.Log;

    public FaultyUpstream Upstream { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Upstream = new FaultyUpstream(Clock);
        _site = await TestSite.StartAsync(Clock, "Production", builder =>
        {
            builder.Services.AddSingleton<IBusinessSource>(this);
            builder.Services.AddHttpClient("SessionsWidgets").ConfigurePrimaryHttpMessageHandler(() => Upstream.Handler);
        });
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await Upstream.DisposeAsync();
    }

    public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) =>
        ValueTask.FromResult<BusinessOptions?>(new BusinessOptions
    {
        BusinessId = name,
        TimeZone = "UTC",
        ApiBaseUrl = _businesses[name].BaseUrl,
        ApiKey = $"{FaultVisits.Canary}-{name}",
        GuestWifi = _businesses[name].GuestWifi with { AccessToken = $"{FaultVisits.Canary}-{name}" },
    });

    /// <summary>A business whose upstream goes wrong as a row of the table says.</summary>
    internal FaultVisits Open(string id) => Open($"b{Interlocked.Increment(ref _rows)}", FaultTable.Find(id));

    internal FaultVisits Open(string business, FaultRow row)
    {
        // Counts by day are another query on another day: no test runs past midnight.
        if (Clock.GetUtcNow().Hour >= 22) Clock.Advance(TimeSpan.FromHours(3));
        var line = Upstream.Open(business, row);
        _businesses[business] = line;
        return new FaultVisits(line, Clock, Log, () => _site.Http.GetStringAsync($"/Fault?business={business}&endpoint={row.Endpoint}"));
    }
}
