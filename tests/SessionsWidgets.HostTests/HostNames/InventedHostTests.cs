using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SessionsWidgets.AspNetCore;

namespace SessionsWidgets.HostTests.HostNames;

/// <summary>A site that takes its business from the host name, and visitors who make names up.</summary>
public class InventedHostTests
{
    private const int MaxPerMinute = 10;

    public static TheoryData<string, HttpStatusCode> Surfaces => new()
    {
        { "/HostNames/Smokes", HttpStatusCode.OK },
        { "/blazor/caching/smokes", HttpStatusCode.OK },
        { "/widgets/recent-smokes?limit=2", HttpStatusCode.NotFound },
    };

    [Theory]
    [MemberData(nameof(Surfaces))]
    public async Task Request_WithSixtyMadeUpHosts_LogsAFewAsInformation(string path, HttpStatusCode status)
    {
        await using var host = await StartAsync<NoBusiness>();
        for (var i = 0; i < 60; i++) await CheckAsync(host, path, $"invented{i}.example.com", status);
        var entries = Own(host);
        entries.Count.ShouldBe(MaxPerMinute);
        entries.ShouldAllBe(e => e.Level == LogLevel.Information);
        entries.ShouldAllBe(e => e.Text.Contains("UseBusinessResolver returned 'invented", StringComparison.Ordinal));
        entries.ShouldAllBe(e => e.Text.Contains("IBusinessSource", StringComparison.Ordinal));
        entries.ShouldAllBe(e => !e.Text.Contains("SessionsWidgets:Businesses", StringComparison.Ordinal));
        host.Log.Events.ShouldNotContain("tag.refused");
    }

    [Fact]
    public async Task Request_InTheNextMinute_IsLoggedWithTheNumberOfThoseThatWereNot()
    {
        await using var host = await StartAsync<NoBusiness>();
        for (var i = 0; i < 60; i++) await CheckAsync(host, "/HostNames/Smokes", $"invented{i}.example.com");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        // A name that was logged is not logged again.
        await CheckAsync(host, "/HostNames/Smokes", "invented0.example.com");
        Own(host).Count.ShouldBe(MaxPerMinute);
        await CheckAsync(host, "/HostNames/Smokes", "late.example.com");
        var entries = Own(host);
        entries.Count.ShouldBe(MaxPerMinute + 1);
        entries[^1].Text.ShouldContain("'late.example.com'");
        entries[^1].Text.ShouldContain("not logged: 50");
    }

    [Fact]
    public async Task Request_SourceTakesEveryNameAsAnId_IsNoErrorEither()
    {
        await using var host = await StartAsync<AnyBusiness>();
        for (var i = 0; i < 20; i++) await CheckAsync(host, "/HostNames/Smokes", $"invented{i}.example.com");
        Own(host).ShouldAllBe(e => e.Level == LogLevel.Information);
        Own(host).Count.ShouldBe(MaxPerMinute);
    }

    [Fact]
    public async Task Request_ResolverReturnsNull_SaysThatThereIsNoDefault()
    {
        await using var host = await StartAsync<NoBusiness>(_ => null);
        await CheckAsync(host, "/HostNames/Smokes", "invented.example.com");
        var entry = Own(host).ShouldHaveSingleItem();
        entry.Level.ShouldBe(LogLevel.Information);
        entry.Text.ShouldContain("UseBusinessResolver returned no name");
    }

    [Fact]
    public async Task Request_NameOfTheTag_StaysAnError()
    {
        await using var host = await StartAsync<NoBusiness>();
        await CheckAsync(host, "/HostNames/Misspelt", "invented.example.com");
        var entry = Own(host).ShouldHaveSingleItem();
        entry.Level.ShouldBe(LogLevel.Error);
        entry.Text.ShouldContain("business is 'uptwon'");
    }

    [Fact]
    public async Task Request_SettingsOfARealBusinessAreWrong_StaysAnError()
    {
        await using var host = await StartAsync<WrongZone>();
        await CheckAsync(host, "/HostNames/Smokes", "lounge.example.com");
        var entry = Own(host).ShouldHaveSingleItem();
        entry.Level.ShouldBe(LogLevel.Error);
        entry.Text.ShouldContain("TimeZone is 'Nowhere/Town'");
    }

    [Fact]
    public async Task Request_WithAVeryLongName_IsLoggedShortened()
    {
        await using var host = await StartAsync<NoBusiness>(_ => new string('a', 5000));
        await CheckAsync(host, "/HostNames/Smokes", "invented.example.com");
        Own(host).ShouldHaveSingleItem().Text.Length.ShouldBeLessThan(400);
    }

    private static async Task CheckAsync(LoungeHost host, string path, string name, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)) { Headers = { Host = name } };
        using var response = await host.Http.SendAsync(request);
        response.StatusCode.ShouldBe(status);
        if (status == HttpStatusCode.OK) (await response.Content.ReadAsStringAsync()).ShouldContain("Come in.");
    }

    private static List<(LogLevel Level, string Category, string Text)> Own(LoungeHost host) =>
        [.. host.Log.Entries.Where(e => e.Category.StartsWith("SessionsWidgets.AspNetCore", StringComparison.Ordinal))];

    private static Task<LoungeHost> StartAsync<TSource>(Func<HttpContext, string?>? resolve = null)
        where TSource : class, IBusinessSource => LoungeHost.StartAsync(
            widgets =>
            {
                widgets.Services.AddRazorPages();
                widgets.Services.AddRazorComponents();
                widgets.UseBusinessSource<TSource>().UseBusinessResolver(resolve ?? (http => http.Request.Host.Host));
            },
            app =>
            {
                app.UseAntiforgery();
                app.MapRazorPages();
                app.MapRazorComponents<PageCaching.App>();
                app.MapSessionsWidgets("/widgets");
            },
            settings: ("SessionsWidgets:BusinessId", ""));

    private sealed class NoBusiness : IBusinessSource
    {
        public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) => default;
    }

    private sealed class AnyBusiness : IBusinessSource
    {
        public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) =>
            ValueTask.FromResult<BusinessOptions?>(new BusinessOptions { BusinessId = name });
    }

    private sealed class WrongZone : IBusinessSource
    {
        public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) =>
            ValueTask.FromResult<BusinessOptions?>(new BusinessOptions { BusinessId = "lounge", TimeZone = "Nowhere/Town" });
    }
}
