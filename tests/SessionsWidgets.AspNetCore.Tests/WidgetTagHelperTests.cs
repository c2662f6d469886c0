using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.AspNetCore.Tests;

public class WidgetTagHelperTests
{
    [Fact]
    public async Task Tag_WithAttributes_GivesTheBytesOfTheLibraryCall()
    {
        await using var site = await TestSite.StartAsync();
        var page = await site.Http.GetStringAsync("/Plain");
        var business = await site.Services.GetRequiredService<BusinessDirectory>().GetAsync(null);
        var fragment = await site.Services.GetRequiredService<WidgetRenderer>().RenderAsync(
            business, new RecentSmokes
            {
                Limit = 6, Layout = WidgetLayout.Grid, ShowRatings = false, Heading = "Tom & Jerry", Dates = DateStyle.Absolute,
            });
        page.Trim().ShouldBe(fragment.ToString().Trim());
        fragment.Origin.ShouldBe(FragmentOrigin.Fresh);
    }

    [Fact]
    public async Task Tag_WithExpressions_TakesTheirValues()
    {
        await using var site = await TestSite.StartAsync();
        var section = await SectionAsync(site, "/Expressions");
        section.QuerySelectorAll("article").Length.ShouldBe(3);
        section.Id.ShouldBe("s-3");
        section.QuerySelector(".sw-rating").ShouldBeNull();
        section.QuerySelector(".sw-heading")!.TextContent.ShouldBe("Tom & <b>Jerry</b>");
    }

    [Fact]
    public async Task Tag_WithAttributeWithoutValue_MeansTrue()
    {
        await using var site = await TestSite.StartAsync();
        await site.Http.GetStringAsync("/Minimized");
        site.Sandbox.Requests.All.ShouldHaveSingleItem().Query.ShouldBe("?limit=2&featured=true");
    }

    [Fact]
    public async Task Tag_NothingToShow_ShowsItsContent()
    {
        await using var site = await TestSite.StartAsync();
        (await site.Http.GetStringAsync("/Content")).Trim().ShouldBe("<p id=\"own\">Come in and see our humidor.</p>");
    }

    [Fact]
    public async Task Tag_UpstreamFails_ShowsItsContentOrTheNotice()
    {
        await using var site = await TestSite.StartAsync();
        site.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        (await site.Http.GetStringAsync("/Content")).Trim().ShouldBe("<p id=\"own\">Come in and see our humidor.</p>");
        (await SectionAsync(site, "/Plain")).ClassList.ShouldContain("sw-fallback");
    }

    [Fact]
    public async Task Tag_UnknownAttributeInDevelopment_SaysSoInPlace()
    {
        await using var site = await TestSite.StartAsync("Development");
        var page = await site.Http.GetStringAsync("/Unknown");
        var notice = new HtmlParser().ParseDocument(page).QuerySelector(".sw-error")!.TextContent;
        notice.ShouldContain("<recent-smokes> has no attribute 'limits'. Did you mean 'limit'?");
        page.ShouldContain("<p>after</p>");
    }

    [Fact]
    public async Task Tag_UnknownAttributeInProduction_IsLoggedOnceAndTheContentShown()
    {
        await using var site = await TestSite.StartAsync();
        for (var i = 0; i < 3; i++)
            (await site.Http.GetStringAsync("/Unknown")).Trim().ShouldBe("<p>before</p><p id=\"own\">Our own words.</p><p>after</p>");
        site.Log.OwnEntries.ShouldHaveSingleItem().ShouldContain("'limits'");
        site.Sandbox.Requests.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Tag_OfAnotherBusiness_UsesItsKeyAndType()
    {
        await using var site = await TestSite.StartAsync(settings: TestSite.Uptown);
        (await SectionAsync(site, "/Business")).QuerySelectorAll("article").Length.ShouldBe(2);
        var request = site.Sandbox.Requests.All.ShouldHaveSingleItem();
        request.Path.ShouldBe("/brands/casa-belmonte/sessions");
        request.Headers["Authorization"].ShouldBe("Bearer uptown-key");
    }

    [Fact]
    public async Task Tag_OfAnUnknownBusiness_NamesThoseThereAre()
    {
        await using var site = await TestSite.StartAsync("Development", settings: TestSite.Uptown);
        (await SectionAsync(site, "/WrongBusiness")).TextContent.ShouldContain(
            "business is 'uptwn'; there is no such business. Did you mean 'uptown'? Configured are: uptown.");
    }

    [Fact]
    public async Task Tag_WithoutBusiness_MeansTheOneOfTheRequest()
    {
        await using var site = await TestSite.StartAsync(
            configure: b => b.UseBusinessResolver(http => http.Request.Query["lounge"]), settings: TestSite.Uptown);
        await site.Http.GetStringAsync("/ByName?lounge=uptown");
        await site.Http.GetStringAsync("/ByName");
        site.Sandbox.Requests.All.Select(r => r.Path).ShouldBe(["/brands/casa-belmonte/sessions", "/venues/stogies-chapin/sessions"]);
    }

    [Fact]
    public async Task Tag_OfABusinessFoundAtRunTime_UsesTheHostsSource()
    {
        await using var site = await TestSite.StartAsync(configure: b => b.UseBusinessSource<FoundAtRunTime>());
        (await SectionAsync(site, "/Business")).QuerySelectorAll("article").Length.ShouldBe(2);
        site.Sandbox.Requests.All[0].Headers["Authorization"].ShouldBe("Bearer uptown-key");
    }

    [Fact]
    public async Task Tag_HostsSourceThrows_ShowsTheContent()
    {
        await using var site = await TestSite.StartAsync(configure: b => b.UseBusinessSource<Broken>());
        (await site.Http.GetStringAsync("/WrongBusiness")).Trim().ShouldBe("<p id=\"own\">Nobody.</p>");
        site.Log.OwnEntries.ShouldHaveSingleItem().ShouldContain("database is away");
    }

    [Fact]
    public async Task Tag_SessionHandedIn_ShowsItWithoutARequest()
    {
        await using var site = await TestSite.StartAsync();
        (await SectionAsync(site, "/Handed")).TextContent.ShouldContain("Handed in.");
        site.Sandbox.Requests.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Tags_UpstreamHangs_ShareThePagesBudget()
    {
        await using var site = await TestSite.StartAsync();
        site.Sandbox.Faults.Add("/venues/*", new HoldFault());
        var page = site.Http.GetStringAsync("/Three");
        await site.Sandbox.Requests.WaitForAsync(1);
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        var document = new HtmlParser().ParseDocument(await page);
        document.QuerySelectorAll(".sw-fallback").Length.ShouldBe(3);
        document.QuerySelector("#end").ShouldNotBeNull();
    }

    [Fact]
    public async Task Key_ChangedInTheConfiguration_TakesEffectWithoutARestart()
    {
        await using var site = await TestSite.StartAsync();
        await site.Http.GetStringAsync("/Minimized");
        site.Sandbox.ApiKey = "new-key";
        var options = site.Services.GetRequiredService<IOptionsMonitor<SessionsWidgetsOptions>>();
        var configuration = site.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>();
        configuration["SessionsWidgets:ApiKey"] = "new-key";
        ((Microsoft.Extensions.Configuration.IConfigurationRoot)configuration).Reload();
        options.CurrentValue.ShouldNotBeNull();
        await site.Http.GetStringAsync("/Minimized");
        site.Sandbox.Requests.All.Select(r => r.Headers["Authorization"]).ShouldBe(["Bearer sandbox-key", "Bearer new-key"]);
    }

    [Theory]
    [InlineData("SessionsWidgets:BusinessType", "vneue")]
    [InlineData("SessionsWidgets:Cache:FreshFor", "soon")]
    public async Task Configuration_ChangedToSomethingWrong_IsLoggedAndTheOneBeforeStays(string key, string value)
    {
        await using var site = await TestSite.StartAsync();
        await site.Http.GetStringAsync("/Minimized");
        var configuration = site.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>();
        configuration[key] = value;
        try
        {
            ((Microsoft.Extensions.Configuration.IConfigurationRoot)configuration).Reload();
        }
        catch (AggregateException)
        {
            // An explicit reload throws; a change of a watched file only logs.
        }

        (await SectionAsync(site, "/Minimized")).QuerySelectorAll("article").Length.ShouldBe(2);
        (await SectionAsync(site, "/Minimized")).QuerySelectorAll("article").Length.ShouldBe(2);
        site.Log.OwnEntries.ShouldHaveSingleItem().ShouldContain($"{key} is '{value}'");
    }

    [Theory]
    [InlineData("SessionsWidgets:BusinessType", "vneue", "SessionsWidgets:BusinessType is 'vneue'; it must be 'venue' or 'brand'.")]
    [InlineData(
        "SessionsWidgets:ApiBaseUrl",
        "http://api.example.com",
        "SessionsWidgets:ApiBaseUrl is 'http://api.example.com'; it must be an absolute https address")]
    [InlineData("SessionsWidgets:TimeZone", "Mars/Olympus", "SessionsWidgets:TimeZone is 'Mars/Olympus'; it must be the IANA name")]
    [InlineData("SessionsWidgets:BusinesId", "x", "SessionsWidgets:BusinesId is 'x'; there is no such key (did you mean 'BusinessId'?)")]
    [InlineData(
        "SessionsWidgets:Businesses:up:BusinessId", "a/b", "SessionsWidgets:Businesses:up:BusinessId is 'a/b'; it must be 1 to 64 letters")]
    [InlineData(
        "SessionsWidgets:Cache:FreshFor",
        "00:00:00",
        "SessionsWidgets:Cache:FreshFor is '00:00:00'; it must be from 00:00:01 to 1.00:00:00 (d.hh:mm:ss).")]
    [InlineData(
        "SessionsWidgets:Cache:StaleIfError",
        "60",
        "SessionsWidgets:Cache:StaleIfError is '60.00:00:00'; it must be from 00:00:00 to 30.00:00:00")]
    [InlineData(
        "SessionsWidgets:Cache:StaleWhileRevalidate",
        "-00:00:01",
        "SessionsWidgets:Cache:StaleWhileRevalidate is '-00:00:01'; it must be from 00:00:00 to 1.00:00:00")]
    [InlineData(
        "SessionsWidgets:Cache:SoftTimeout",
        "soon",
        "SessionsWidgets:Cache:SoftTimeout is 'soon'; it must be hours, minutes and seconds, such as '00:10:00'")]
    [InlineData(
        "SessionsWidgets:Cache:PageBudget",
        "00:02:00",
        "SessionsWidgets:Cache:PageBudget is '00:02:00'; it must be from 00:00:00 to 00:01:00")]
    [InlineData(
        "SessionsWidgets:Cache:FetchDeadline",
        "00:00:00.05",
        "SessionsWidgets:Cache:FetchDeadline is '00:00:00.0500000'; it must be from 00:00:00.1000000 to 00:02:00")]
    [InlineData(
        "SessionsWidgets:Cache:DistributedCacheTimeout",
        "00:01:00",
        "SessionsWidgets:Cache:DistributedCacheTimeout is '00:01:00'; it must be from 00:00:00.0010000 to 00:00:05")]
    [InlineData(
        "SessionsWidgets:Cache:RequestsPerMinute", "0", "SessionsWidgets:Cache:RequestsPerMinute is '0'; it must be from 1 to 100000.")]
    [InlineData("SessionsWidgets:Cache:MaxBytes", "64 MB", "SessionsWidgets:Cache:MaxBytes is '64 MB'; it must be a whole number.")]
    [InlineData(
        "SessionsWidgets:Cache:MaxBytes",
        "1",
        "SessionsWidgets:Cache:MaxBytes is '1'; it must be from 65536 (64 KiB) to 17179869184 (16 GiB).")]
    [InlineData(
        "SessionsWidgets:AllowPrivateAddresses", "yes", "SessionsWidgets:AllowPrivateAddresses is 'yes'; it must be 'true' or 'false'.")]
    public async Task Start_WrongSetting_StopsTheHostWithKeyValueAndRemedy(string key, string value, string message)
    {
        var error = await Should.ThrowAsync<OptionsValidationException>(() => TestSite.StartAsync(settings: (key, value)));
        error.Message.ShouldContain(message);
    }

    private static async Task<IElement> SectionAsync(TestSite site, string path)
    {
        var html = await site.Http.GetStringAsync(path);
        return new HtmlParser().ParseDocument(html).QuerySelector("section") ?? throw new InvalidOperationException(html);
    }

    private sealed class Broken : IBusinessSource
    {
        public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("database is away");
    }

    private sealed class FoundAtRunTime : IBusinessSource
    {
        public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) =>
            ValueTask.FromResult(name == "uptown"
            ? new BusinessOptions { BusinessType = BusinessType.Brand, BusinessId = "casa-belmonte", ApiKey = "uptown-key" }
            : null);
    }
}
