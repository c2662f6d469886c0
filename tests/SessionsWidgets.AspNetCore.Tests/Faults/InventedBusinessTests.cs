using System.Net;
using System.Net.Http;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests.Faults;

/// <summary>A site that takes its business from the address, a source that takes every name, and visitors who make up 10,000.</summary>
public sealed class InventedBusinessTests
{
    private const int Names = 10_000;

    [Theory]
    [InlineData("NewBusinessRequestsPerMinute", 600, 600)]
    [InlineData("NewBusinessRequestsPerMinute", 50, 50)]
    [InlineData("RequestsPerMinute", 1, 600)]
    public async Task Page_TenThousandInventedNames_MakeNoMoreCallsThanTheLimit(string setting, int value, int calls)
    {
        var upstream = new StubHandler(Sessions.Page(Sessions.Item("one")));
        await using var site = await StartAsync(upstream, ($"SessionsWidgets:Cache:{setting}", $"{value}"));
        await AskAsync(site);
        upstream.Requests.ShouldBe(calls);
        site.Log.Events.Count(e => e == "budget.new_businesses").ShouldBe(1);
        site.Services.GetRequiredService<SessionsClient>().CountEntries().ShouldBe(calls);
    }

    [Fact]
    public async Task Page_NamesUpstreamDoesNotKnow_MakeNoMoreCallsThanTheLimitAMinute()
    {
        var upstream = new StubHandler((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound)));
        await using var site = await StartAsync(upstream, ("Logging:LogLevel:Default", "Warning"));
        for (var minute = 1; minute <= 2; minute++)
        {
            await AskAsync(site);
            upstream.Requests.ShouldBeLessThanOrEqualTo(600 * minute);
            site.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private static Task<TestSite> StartAsync(StubHandler upstream, params (string Key, string Value)[] settings) => TestSite.StartAsync(
        configure: builder =>
        {
            builder.UseBusinessSource<AnyBusiness>();
            builder.Services.AddHttpClient("SessionsWidgets").ConfigurePrimaryHttpMessageHandler(() => upstream);
        },
        settings: settings);

    private static Task AskAsync(TestSite site) => Parallel.ForAsync(
        0, Names, new ParallelOptions { MaxDegreeOfParallelism = 8 },
        async (i, cancellationToken) =>
            (await site.Http.GetStringAsync($"/FromQuery?limit=3&business=b{i}", cancellationToken)).ShouldNotBeEmpty());

    private sealed class AnyBusiness : IBusinessSource
    {
        public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) =>
            ValueTask.FromResult<BusinessOptions?>(new BusinessOptions { BusinessId = name });
    }
}
