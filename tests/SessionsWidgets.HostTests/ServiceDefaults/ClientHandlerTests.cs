using System.Collections.Concurrent;
using System.Net.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.HostTests.ServiceDefaults;

/// <summary>Which handlers of the host requests go through, whatever the order of its calls.</summary>
public sealed class ClientHandlerTests
{
    private static readonly Action<IServiceCollection> Library = services => services.AddSessionsWidgetsCore(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ApiBaseUrl"] = "https://api.example.com", ["BusinessId"] = "lounge",
            ["GuestWifi:ApiBaseUrl"] = "https://wifi.example.com",
        }).Build());

    private static readonly Action<IServiceCollection> ForAll = services =>
    {
        services.AddTransient<Named>();
        services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler<Named>());
        services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(s => new Passing("all", s)));
        services.ConfigureAll<HttpClientFactoryOptions>(
            o => o.HttpMessageHandlerBuilderActions.Add(b => b.AdditionalHandlers.Insert(0, new Passing("all", b.Services))));
    };

    private static readonly Action<IServiceCollection> ByName = services =>
    {
        foreach (var name in (string[])["SessionsWidgets", "SessionsWidgets.GuestWifi"])
            services.AddHttpClient(name).AddHttpMessageHandler<Named>().AddHttpMessageHandler(s => new Passing("own", s));
    };

    private static readonly Action<IServiceCollection> Primary = services =>
    {
        foreach (var name in (string[])["SessionsWidgets", "SessionsWidgets.GuestWifi"])
            services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(() => new GuestWifiStub());
    };

    public static TheoryData<int[]> Orders =>
    [
        new[] { 0, 1, 2 }, new[] { 0, 2, 1 }, new[] { 1, 0, 2 }, new[] { 1, 2, 0 }, new[] { 2, 0, 1 }, new[] { 2, 1, 0 },
    ];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Request_InEveryOrder_GoesThroughTheHandlersByNameOnly(int[] order)
    {
        var seen = new ConcurrentQueue<string>();
        var services = new ServiceCollection();
        services.AddSingleton(seen);
        foreach (var index in order) new[] { Library, ForAll, ByName }[index](services);
        Primary(services);
        await using var provider = services.BuildServiceProvider();
        var lounge = await provider.GetRequiredService<BusinessDirectory>().GetAsync(null);
        await lounge.GetSessionsAsync();
        seen.ShouldBe(["named", "own"]);
        seen.Clear();
        await lounge.GuestWifi!.CountSessionsAsync();
        seen.ShouldBe(["named", "own"]);
        seen.Clear();
        // Other clients of the host have what is for all.
        using var other = provider.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        await Should.ThrowAsync<HttpRequestException>(() => other.GetAsync(new Uri("http://127.0.0.1:1")));
        seen.Order().ShouldBe(["all", "all", "named"]);
    }

    private sealed class Named(IServiceProvider services) : Passing("named", services);

    private class Passing(string name, IServiceProvider services) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            services.GetRequiredService<ConcurrentQueue<string>>().Enqueue(name);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
