using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.AspNetCore.Tests.Health;

/// <summary>What a host's health page says of the widgets: how the answers fare that its pages ask for.</summary>
public class HealthCheckTests
{
    [Fact]
    public async Task Check_BeforeAnyRequest_IsHealthyAndSendsNone()
    {
        await using var site = await StartAsync();

        (await AskAsync(site)).ShouldBe("200 Healthy: No recent request of the pages fails.");
        site.Sandbox.Requests.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Check_TheKeyIsRejected_IsDegradedUntilItIsTakenAgain()
    {
        await using var site = await StartAsync();
        site.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 401 });
        await site.Http.GetStringAsync("/Fault");

        var degraded = await AskAsync(site);
        degraded.ShouldBe("200 Degraded: boxpressd: auth.rejected since 2026-07-18T23:30:00Z (1 query)");
        degraded.ShouldNotContain(site.Sandbox.ApiKey);

        site.Sandbox.Faults.Clear();
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.Http.GetStringAsync("/Fault");
        (await AskAsync(site)).ShouldStartWith("200 Healthy");
    }

    [Fact]
    public async Task Check_GuestWifiFailsToo_NamesBothOldestFirst()
    {
        await using var site = await StartAsync();
        site.Sandbox.Faults.Add("/ipera/*", new StatusFault { Status = 500 });
        await site.Http.GetStringAsync("/Guests");
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        site.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        await site.Http.GetStringAsync("/Fault");

        (await AskAsync(site)).ShouldMatch(
            @"^200 Degraded: guest-wifi: upstream\.5xx since 2026-07-18T23:30:00Z \(\d+ quer(y|ies)\); "
            + @"boxpressd: upstream\.5xx since 2026-07-18T23:30:01Z \(1 query\)$");
    }

    [Fact]
    public async Task Check_NoMoreRequests_IsHealthyAgain()
    {
        await using var site = await StartAsync();
        site.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        await site.Http.GetStringAsync("/Fault");
        (await AskAsync(site)).ShouldStartWith("200 Degraded");

        site.Clock.Advance(TimeSpan.FromMinutes(11));

        (await AskAsync(site)).ShouldStartWith("200 Healthy");
    }

    [Fact]
    public async Task Check_TheBusinessIsNotKnown_IsNoOutage()
    {
        await using var site = await StartAsync();
        site.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 404 });
        await site.Http.GetStringAsync("/Fault");

        (await AskAsync(site)).ShouldStartWith("200 Healthy");
    }

    [Fact]
    public async Task Check_WithAStatusOfTheHosts_ReportsThat()
    {
        await using var site = await StartAsync(HealthStatus.Unhealthy);
        site.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        await site.Http.GetStringAsync("/Fault");

        (await AskAsync(site)).ShouldStartWith("503 Unhealthy");
    }

    [Fact]
    public async Task Check_WithoutTheLibrary_SaysWhatToCall()
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddHealthChecks()
            .AddSessionsWidgets().Services.BuildServiceProvider();

        var error =
            await Should.ThrowAsync<InvalidOperationException>(() => services.GetRequiredService<HealthCheckService>().CheckHealthAsync());
        error.Message.ShouldContain("call builder.Services.AddSessionsWidgets");
    }

    private static Task<TestSite> StartAsync(HealthStatus status = HealthStatus.Degraded) => TestSite.StartAsync(
        configure: widgets => widgets.Services.AddHealthChecks().AddSessionsWidgets(failureStatus: status),
        map: app => app.MapHealthChecks("/health", new HealthCheckOptions
        {
            ResponseWriter = (http, report) =>
                http.Response.WriteAsync($"{report.Status}: {report.Entries["sessions-widgets"].Description}"),
        }));

    private static async Task<string> AskAsync(TestSite site)
    {
        using var answer = await site.Http.GetAsync("/health");
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }
}
