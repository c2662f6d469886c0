using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.Samples.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.NativeTests;

/// <summary>The fragment endpoint, in a host that is compiled to native code.</summary>
[Collection(nameof(NativePrograms))]
public sealed class NativeApiTests(NativePrograms programs) : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private readonly HttpClient _http = new();
    private SandboxApi _sandbox = null!;
    private NativeApi _api = null!;

    public async Task InitializeAsync()
    {
        // No minute passes on a clock that stands, and two ask.
        _sandbox = await SandboxApi.StartAsync(new SandboxOptions { Clock = _clock, GuestWifi = new() { RequestsAMinute = 1000 } });
        var now = _clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        _api = await NativeApi.StartAsync(programs.Api, [.. Settings, new("Now", now)]);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _api.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Get_AnyWidgetForEveryone_GivesTheBytesOfTheManagedRenderer()
    {
        await using var services = CreateServices();
        var business = await services.GetRequiredService<BusinessDirectory>().GetAsync(null);
        var renderer = services.GetRequiredService<WidgetRenderer>();
        foreach (var type in renderer.Catalog.Definitions.Where(t => t.Audience == WidgetAudience.Everyone))
        {
            foreach (var query in Queries(type))
            {
                var address = $"/widgets/{type.Name}?{string.Join('&', query.Select(q => $"{q.Key}={q.Value}"))}";
                using var answer = await _http.GetAsync(new Uri(_api.Url, address));
                var fragment = await renderer.RenderAsync(business, type.Parse(query));
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
                answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
                answer.Headers.ETag!.ToString().ShouldBe(fragment.ETag);
                fragment.Origin.ShouldBe(FragmentOrigin.Fresh);
                (await answer.Content.ReadAsStringAsync()).ShouldBe(fragment.ToString());
                (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(fragment.Utf8.ToArray());
            }
        }
    }

    [Fact]
    public async Task Get_WrongParameter_TellsWhatIsAllowed()
    {
        using var answer = await _http.GetAsync(new Uri(_api.Url, "/widgets/recent-smokes?layout=table"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("layout is 'table'; it must be 'list' or 'grid'.");
    }

    private static IEnumerable<KeyValuePair<string, string>[]> Queries(WidgetDefinition type)
    {
        foreach (var language in (string[])["en", "de", "ar"]) yield return [new("lang", language)];
        if (type.Parameters.Any(p => p.Name == "layout")) yield return [new("layout", "grid"), new("limit", "5")];
    }

    private ServiceProvider CreateServices()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSessionsWidgetsCore(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build().GetSection("SessionsWidgets"));
        return services.BuildServiceProvider();
    }

    private KeyValuePair<string, string?>[] Settings =>
    [
        new("SessionsWidgets:ApiBaseUrl", _sandbox.BaseUrl.AbsoluteUri),
        new("SessionsWidgets:ApiKey", _sandbox.ApiKey),
        new("SessionsWidgets:BusinessId", "stogies-chapin"),
        new("SessionsWidgets:TimeZone", "America/New_York"),
        new("SessionsWidgets:Cache:FreshFor", "00:05:00"),
        new("SessionsWidgets:GuestWifi:ApiBaseUrl", _sandbox.GuestWifiUrl.AbsoluteUri),
        new("SessionsWidgets:GuestWifi:AccessToken", "sandbox-wifi-token"),
        new("SessionsWidgets:GuestWifi:LocationId", "oVq3TzKcWnB"),
    ];
}
