using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.AspNetCore.Tests.Faults;

/// <summary>One site whose businesses each have an upstream of their own that can go wrong.</summary>
public sealed class FaultSite : IAsyncLifetime, IBusinessSource
{
    private readonly ConcurrentDictionary<string, Uri> _businesses = new(StringComparer.Ordinal);
    private TestSite _site = null!;

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

    public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) => ValueTask.FromResult<BusinessOptions?>(new BusinessOptions
    {
        BusinessId = name,
        ApiBaseUrl = _businesses[name],
        ApiKey = $"{FaultVisits.Canary}-{name}",
    });

    internal FaultVisits Open(string business, FaultRow row)
    {
        var line = Upstream.Open(business, row);
        _businesses[business] = line.BaseUrl;
        return new FaultVisits(line, Clock, Log, () => _site.Http.GetStringAsync($"/Fault?business={business}"));
    }
}
