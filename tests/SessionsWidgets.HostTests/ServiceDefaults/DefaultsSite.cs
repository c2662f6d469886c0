using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.HostTests.ServiceDefaults;

/// <summary>A site whose businesses each have an upstream that can go wrong, with the defaults that Aspire's template gives to all
/// clients, or without.</summary>
internal sealed class DefaultsSite : IBusinessSource, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, FaultyUpstream.Line> _lines = new(StringComparer.Ordinal);
    private readonly ManualClock _clock = new();
    private readonly FaultyUpstream _upstream;
    private HostSite _site = null!;

    private DefaultsSite() => _upstream = new FaultyUpstream(_clock);

    public static async Task<DefaultsSite> StartAsync(bool hasDefaults)
    {
        var site = new DefaultsSite();
        site._site = await HostSite.StartAsync(
            builder =>
            {
                if (hasDefaults) Defaults.Add(builder.Services);
                builder.Services.AddClocks(site._clock);
                builder.Services.AddSingleton<IBusinessSource>(site);
                builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"));
                builder.Services.AddHttpClient("SessionsWidgets").ConfigurePrimaryHttpMessageHandler(() => site._upstream.Handler);
            },
            app => app.MapGet("/{business}", site.RenderAsync));
        return site;
    }

    /// <summary>Runs visitors through a fault of a business.</summary>
    /// <returns>The calls of upstream and the events of the library.</returns>
    public async Task<(int Calls, string Events)> RunAsync(string id, Func<FaultVisits, Task> run)
    {
        var row = FaultTable.Find(id);
        var business = $"b{_lines.Count}";
        var line = _lines[business] = _upstream.Open(business, row);
        var earlier = OwnEvents().Count;
        await run(new FaultVisits(line, _clock, _site.Log, () => _site.Http.GetStringAsync($"/{business}")));
        return (line.Calls, string.Join(", ", OwnEvents().Skip(earlier)));
    }

    public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) =>
        ValueTask.FromResult<BusinessOptions?>(new BusinessOptions { BusinessId = name, ApiBaseUrl = _lines[name].BaseUrl });

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    /// <summary>Without what is logged when the clock advances before a canceled request has ended.</summary>
    private List<string> OwnEvents() =>
    [
        .. _site.Log.Collector.GetSnapshot()
            .Where(r => r.Category == "SessionsWidgets" && r.Id.Name != "upstream.abandoned").Select(r => r.Id.Name!),
    ];

    private async Task<IResult> RenderAsync(string business, WidgetRenderer renderer, BusinessDirectory businesses) =>
        Results.Text(
            (await renderer.RenderAsync(await businesses.GetAsync(business), new RecentSmokes { Limit = 5 })).ToString(), "text/html");
}
