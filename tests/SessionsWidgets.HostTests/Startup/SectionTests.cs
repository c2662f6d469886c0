using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SessionsWidgets.AspNetCore;

namespace SessionsWidgets.HostTests.Startup;

/// <summary>A host without its section does not start, and says which name is near.</summary>
public sealed class SectionTests
{
    private const string Address = "https://api.example.com";

    [Theory]
    [InlineData("SessionsWidgets", "SessionWidgets:ApiBaseUrl", "has no section 'SessionsWidgets'. Did you mean 'SessionWidgets'?")]
    [InlineData("SessionsWidgets", "SessionsWidget:ApiKey", "has no section 'SessionsWidgets'. Did you mean 'SessionsWidget'?")]
    [InlineData("SessionsWidgets", "Sessions-Widgets:BusinessId", "has no section 'SessionsWidgets'. Did you mean 'Sessions-Widgets'?")]
    [InlineData("SessionWidgets", "SessionsWidgets:ApiBaseUrl", "has no section 'SessionWidgets'. Did you mean 'SessionsWidgets'?")]
    [InlineData(
        "Site:SessionsWidgets", "Site:SesionsWidgets:ApiBaseUrl", "no section 'Site:SessionsWidgets'. Did you mean 'Site:SesionsWidgets'?")]
    [InlineData(
        "SessionsWidgets", "ConnectionStrings:Default",
        "has no section 'SessionsWidgets'. Set SessionsWidgets:ApiBaseUrl, SessionsWidgets:BusinessType and SessionsWidgets:BusinessId, in "
        + "appsettings.json or as environment variables (SessionsWidgets__ApiBaseUrl)")]
    public async Task Start_SectionIsMissing_StopsWithTheNearName(string section, string key, string message)
    {
        foreach (var environment in (string[])["Development", "Production"])
        {
            var error = await Should.ThrowAsync<OptionsValidationException>(
                () => StartAsync(section, _ => { }, environment, (key, Address)));
            error.Message.ShouldContain(message);
        }
    }

    [Fact]
    public async Task Start_OnlyTheKeyIsInTheSection_StopsWithTheNearName()
    {
        var error = await Should.ThrowAsync<OptionsValidationException>(() => StartAsync(
            "SessionsWidgets", _ => { }, "Production", ("SessionsWidgets:ApiKey", "canary"), ("SessionWidgets:ApiBaseUrl", Address)));
        error.Message.ShouldBe(
            "SessionsWidgets:ApiBaseUrl is missing, and the configuration has a section 'SessionWidgets', which is not read. Did you mean "
            + "'SessionsWidgets'? Rename it.");
    }

    [Theory]
    [InlineData("SessionsWidgets:ApiBaseUrl", "SessionsWidgets2:ApiBaseUrl")]
    [InlineData("SessionsWidgets:ApiKey", "Sessions:ApiBaseUrl")]
    public async Task Start_AnotherSectionBesideIt_IsNoMistake(string key, string other)
    {
        await using var site = await StartAsync("SessionsWidgets", _ => { }, "Production", (key, Address), (other, Address));
        site.Log.Events.ShouldContain("configuration.in_use");
    }

    [Theory]
    [InlineData("sessionswidgets:ApiBaseUrl")]
    [InlineData("SESSIONSWIDGETS:APIBASEURL")]
    public async Task Start_SectionInAnotherCase_IsTheSection(string key)
    {
        await using var site = await StartAsync("SessionsWidgets", _ => { }, "Production", (key, Address));
        site.Services.GetRequiredService<IOptions<SessionsWidgetsOptions>>().Value.ApiBaseUrl.ShouldBe(new Uri(Address));
    }

    [Fact]
    public async Task Start_AddressIsSetInCode_NeedsNoSection()
    {
        await using var configured = await StartAsync(
            "SessionsWidgets", b => b.Services.Configure<SessionsWidgetsOptions>(o => o.ApiBaseUrl = new Uri(Address)));
        await using var later = await StartAsync(
            "SessionsWidgets", b => b.Services.PostConfigure<SessionsWidgetsOptions>(o => o.ApiBaseUrl = new Uri(Address)));
        await using var named = await StartAsync("SessionsWidgets", b => b.Services.Configure<SessionsWidgetsOptions>(
            o => o.Businesses["uptown"] = new BusinessOptions { BusinessId = "uptown", ApiBaseUrl = new Uri(Address) }));
        await using var found = await StartAsync("SessionsWidgets", b => b.UseBusinessSource<Source>());
        foreach (var site in (HostSite[])[configured, later, named, found])
            site.Log.Events.ShouldContain("configuration.in_use");
    }

    [Fact]
    public async Task Start_SectionIsEmpty_SaysThatCodeSetsEverything()
    {
        await using var site = await StartAsync("SessionsWidgets", _ => { }, "Production", ("SessionsWidgets", ""));
        site.Log.Events.ShouldContain("configuration.in_use");
    }

    [Fact]
    public async Task Start_BusinessWithoutItsId_SaysThatItIsNotInherited()
    {
        var error = await Should.ThrowAsync<OptionsValidationException>(() => StartAsync(
            "SessionsWidgets", _ => { }, "Production", ("SessionsWidgets:ApiBaseUrl", Address), ("SessionsWidgets:BusinessId", "lounge"),
            ("SessionsWidgets:Businesses:uptown:TimeZone", "UTC")));
        error.Message.ShouldBe(
            "SessionsWidgets:Businesses:uptown:BusinessId is missing; each of the businesses sets its own: it is not inherited from the "
            + "section.");
    }

    private static Task<HostSite> StartAsync(
        string section, Action<SessionsWidgetsBuilder> configure, string environment = "Production",
        params (string Key, string Value)[] settings) => HostSite.StartAsync(
        builder => configure(builder.Services.AddSessionsWidgets(builder.Configuration.GetSection(section))),
        _ => { },
        environment,
        settings);

    private sealed class Source : IBusinessSource
    {
        public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) => default;
    }
}
