using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.HostTests.Reload;

/// <summary>A site whose configuration is a file that a test changes.</summary>
internal sealed class ReloadSite : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<Uri> _asked = new();
    private HostSite _site = null!;

    public const string Good = """
        "ApiBaseUrl": "https://api.example.com", "BusinessId": "lounge", "Culture": "de", "TimeZone": "Europe/Berlin",
        "Businesses": { "north": { "BusinessId": "north-lounge", "Culture": "fr" } }
        """;

    public IServiceProvider Services => _site.Services;

    /// <summary>The addresses that upstream was asked for.</summary>
    public IReadOnlyList<Uri> Asked => [.. _asked];

    /// <summary>The text of each entry about a change that is not used.</summary>
    public IReadOnlyList<string> Refused =>
        [.. _site.Log.Collector.GetSnapshot().Where(r => r.Id.Id == 401 && r.Level == LogLevel.Error).Select(r => r.Message)];

    public IReadOnlyList<string> OwnEntries => [.. _site.Log.OwnEntries];

    public static async Task<ReloadSite> StartAsync(Action<IServiceCollection>? configure = null)
    {
        var site = new ReloadSite();
        site.Write(Good);
        site._site = await HostSite.StartAsync(
            builder =>
            {
                builder.Configuration.AddJsonFile(site._folder.PathOf("site.json"));
                builder.Services.AddClocks(new ManualClock());
                builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"));
                configure?.Invoke(builder.Services);
                builder.Services.AddHttpClient("SessionsWidgets").ConfigurePrimaryHttpMessageHandler(
                    () => new StubHandler((request, _) =>
                    {
                        site._asked.Enqueue(request.RequestUri!);
                        return Task.FromResult(StubHandler.Json(Sessions.Page(Sessions.Item("ses_1"))));
                    }));
            },
            app => app.MapSessionsWidgets("/widgets"));
        return site;
    }

    /// <summary>Changes the section and reloads it.</summary>
    public void Change(string section)
    {
        Write(section);
        ((IConfigurationRoot)Services.GetRequiredService<IConfiguration>()).Reload();
    }

    public Task<string> GetAsync(string query = "") => _site.Http.GetStringAsync($"/widgets/recent-smokes{query}");

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    private void Write(string section) => _folder.Write("site.json", $$"""{ "SessionsWidgets": { {{section}} } }""");
}
