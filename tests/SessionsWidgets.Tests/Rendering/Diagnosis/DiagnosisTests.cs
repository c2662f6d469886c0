using System.Net;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Rendering.Diagnosis;

/// <summary>What a fragment of the library call says about data that is missing, without a container.</summary>
public sealed class DiagnosisTests
{
    [Theory]
    [InlineData(401, "the key is missing (401): set SessionsClientOptions.ApiKey.")]
    [InlineData(
        404,
        "BusinessOptions.BusinessId (passed to GetBusiness) is 'lounge', BusinessOptions.BusinessType (passed to GetBusiness) is 'venue'. "
        + "Check both, and the address: SessionsClientOptions.ApiBaseUrl is 'https://api.example.com/'.")]
    [InlineData(
        403, "the key has no access to this business (403). It was sent without a key. Check that SessionsClientOptions.ApiKey is the key")]
    [InlineData(408, "GET https://api.example.com/venues/lounge/sessions: not ready for the request (408).")]
    public async Task Diagnosis_BusinessOfCode_NamesThePropertiesOfCode(int status, string text)
    {
        var fragment = await RenderAsync(status, client => client.GetBusiness(BusinessType.Venue, "lounge"));
        fragment.Origin.ShouldBe(FragmentOrigin.Fallback);
        fragment.Diagnosis!.ShouldContain(text);
        fragment.ToString().ShouldNotContain("sw-error");
    }

    [Fact]
    public async Task Diagnosis_OwnKeyOfTheBusiness_IsNamed()
    {
        var fragment = await RenderAsync(
            401, client => client.GetBusiness(new BusinessOptions { BusinessId = "lounge", ApiKey = "canary" }));
        fragment.Diagnosis!.ShouldContain("set BusinessOptions.ApiKey (passed to GetBusiness) to a valid key.");
        fragment.Diagnosis!.ShouldNotContain("canary");
    }

    [Theory]
    [InlineData(404, "there is no such cigar (404): the widget's cigar-id is 'cgr_1'.")]
    [InlineData(410, "there is no such cigar (410): the widget's cigar-id is 'cgr_1'.")]
    [InlineData(403, "the key has no access to this cigar (403).")]
    public async Task Diagnosis_Cigar_IsNotToldAsTheBusiness(int status, string text)
    {
        var fragment = await RenderAsync(
            status, client => client.GetBusiness(BusinessType.Venue, "lounge"), new CigarCards { CigarId = "cgr_1" });
        fragment.Diagnosis!.ShouldContain(text);
    }

    [Fact]
    public async Task Diagnosis_GuestWifiOfTheClient_NamesItsProperties()
    {
        var fragment = await RenderAsync(
            403,
            client => client.GetBusiness(BusinessType.Venue, "lounge"),
            new GuestsOnline(),
            new GuestWifiOptions { ApiBaseUrl = new Uri("https://wifi.example.com"), LocationId = "loc1" });
        fragment.Diagnosis!.ShouldContain(
            "the token has no access here (403): SessionsClientOptions.GuestWifi.LocationId is 'loc1'. Check that "
            + "SessionsClientOptions.GuestWifi.AccessToken is for it.");
    }

    [Fact]
    public async Task Diagnosis_ResponseIsPending_SaysSo()
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        using var handler = new StubHandler((_, cancellationToken) => never.Task.WaitAsync(cancellationToken));
        await using var client = new SessionsClient(
            new SessionsClientOptions { ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = handler });
        var request = new RenderRequest { MaxWait = TimeSpan.Zero };
        var fragment = await new WidgetRenderer(client).RenderAsync(
            client.GetBusiness(BusinessType.Venue, "lounge"), new RecentSmokes(), request);
        fragment.Error.ShouldBeNull();
        fragment.Diagnosis!.ShouldStartWith("There was no response in time. It is still awaited: reload the page");
    }

    [Fact]
    public async Task Diagnosis_DataIsThere_IsNull()
    {
        var fragment = await RenderAsync(200, client => client.GetBusiness(BusinessType.Venue, "lounge"));
        fragment.Origin.ShouldBe(FragmentOrigin.Fresh);
        fragment.Diagnosis.ShouldBeNull();
    }

    [Fact]
    public async Task Render_ShowErrors_AppendsTheNoticeAfterTheWidget()
    {
        var fragment = await RenderAsync(401, client => client.GetBusiness(BusinessType.Venue, "lounge"), showErrors: true);
        var html = fragment.ToString();
        html.IndexOf("sw-fallback", StringComparison.Ordinal).ShouldBeInRange(0, html.IndexOf("sw-error", StringComparison.Ordinal));
        WebUtility.HtmlDecode(html).ShouldContain(fragment.Diagnosis!);
    }

    private static async Task<HtmlFragment> RenderAsync(
        int status, Func<SessionsClient, BusinessContext> business, Widget? widget = null, GuestWifiOptions? wifi = null,
        bool showErrors = false)
    {
        using var handler = new StubHandler(
            (_, _) => Task.FromResult(StubHandler.Json(Sessions.Page(Sessions.Item("ses_1")), (HttpStatusCode)status)));
        await using var client = new SessionsClient(
            new SessionsClientOptions { ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = handler, GuestWifi = wifi });
        var renderer = new WidgetRenderer(client, new WidgetRendererOptions { ShowErrors = showErrors });
        return await renderer.RenderAsync(
            business(client), widget ?? new RecentSmokes(), new RenderRequest { MaxWait = Timeout.InfiniteTimeSpan });
    }
}
