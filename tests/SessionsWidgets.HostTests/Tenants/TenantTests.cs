using System.Net;
using Microsoft.EntityFrameworkCore;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.HostTests.Tenants;

/// <summary>Two lounges by host name, over EF Core.</summary>
public sealed class TenantTests
{
    private const string Stogies = "stogies.example.com";
    private const string Uptown = "uptown.example.com";

    [Fact]
    public async Task Get_TwoHosts_GivesEachItsOwnBusinessWithItsOwnKey()
    {
        await using var site = await TenantSite.StartAsync();
        var stogies = await OkAsync(site, Stogies);
        var uptown = await OkAsync(site, Uptown);
        uptown.ShouldNotBe(stogies);
        site.UpstreamPaths.ShouldBe(["/venues/stogies-chapin/sessions", "/brands/casa-belmonte/sessions"]);
        (await site.Directory.GetAsync(Stogies)).TimeZone.Id.ShouldBe("America/New_York");
        (await site.Directory.GetAsync(Uptown)).TimeZone.ShouldBe(TimeZoneInfo.Utc);
    }

    [Fact]
    public async Task Get_WhileNamesAreRemembered_AsksTheDatabaseOnceForEach()
    {
        await using var site = await TenantSite.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            await OkAsync(site, Stogies);
            await OkAsync(site, Uptown);
            (await site.AskAsync("nobody.example.com")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        site.Queries.Count.ShouldBe(3);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await OkAsync(site, Stogies);
        (await site.AskAsync("nobody.example.com")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        site.Queries.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Get_AfterAChange_SeesItWhenTheNameIsRemoved()
    {
        await using var site = await TenantSite.StartAsync();
        await OkAsync(site, Stogies);
        await site.EditAsync(database => database.Lounges.Where(l => l.Host == Stogies).ExecuteDeleteAsync());
        await OkAsync(site, Stogies);
        site.Directory.Remove(Stogies);
        (await site.AskAsync(Stogies)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_DatabaseIsAway_KeepsKnownBusinessesAndRefusesOthersForNow()
    {
        await using var site = await TenantSite.StartAsync();
        await OkAsync(site, Stogies);
        site.Queries.IsAway = true;
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await OkAsync(site, Stogies);
        var answer = await site.AskAsync(Uptown);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await answer.Content.ReadAsStringAsync()).ShouldBe("The business cannot be found now.");
        site.Site.Log.Events.Count(e => e == "business.source_failed").ShouldBe(1);
        site.Queries.IsAway = false;
        site.Clock.Advance(TimeSpan.FromSeconds(5));
        await OkAsync(site, Uptown);
    }

    [Fact]
    public void Recipe_OfTheDocs_IsTheSourceOfThisSite()
    {
        var source = File.ReadAllText(RepositoryFiles.PathOf("tests", "SessionsWidgets.HostTests", "Tenants", "LoungeSource.cs"));
        var code = source[source.IndexOf("public sealed class", StringComparison.Ordinal)..];
        File.ReadAllText(RepositoryFiles.PathOf("docs", "businesses.md")).ShouldContain($"```csharp\n{code}```");
    }

    private static async Task<string> OkAsync(TenantSite site, string host)
    {
        using var answer = await site.AskAsync(host);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, host);
        return await answer.Content.ReadAsStringAsync();
    }
}
