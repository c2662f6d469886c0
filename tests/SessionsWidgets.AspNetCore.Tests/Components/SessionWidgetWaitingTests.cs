using System.Text;
using AngleSharp.Html.Parser;
using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.AspNetCore.Tests.Components;

/// <summary>Pages whose widgets have to wait.</summary>
public class SessionWidgetWaitingTests
{
    [Fact]
    public async Task Components_UpstreamHangs_ShareThePagesBudget()
    {
        await using var site = await BlazorSite.StartAsync(settings: TestSite.Uptown);
        site.Sandbox.Faults.Add("*", new HoldFault());
        var page = site.MainAsync("/blazor/nested");
        await site.Sandbox.Requests.WaitForAsync(2);
        // The two outer ones use it up; the inner ones, which come after, wait no more.
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        var main = new HtmlParser().ParseDocument(await page);
        main.QuerySelectorAll(".sw-fallback").Length.ShouldBe(2);
        main.QuerySelector("#end").ShouldNotBeNull();
    }

    [Fact]
    public async Task Components_SixDifferentOnes_AreAskedForSideBySide()
    {
        await using var site = await BlazorSite.StartAsync();
        var hold = new HoldFault();
        site.Sandbox.Faults.Add("/venues/*", hold);
        var page = site.MainAsync("/blazor/six");
        // None has its response before all are requested, and the clock does not advance.
        await site.Sandbox.Requests.WaitForAsync(6);
        hold.Release();
        new HtmlParser().ParseDocument(await page).QuerySelectorAll(".sw-recent-smokes article").Length.ShouldBePositive();
    }

    [Fact]
    public async Task Components_WaitingAtTheSameTime_UseTheBudgetOnce()
    {
        await using var site = await BlazorSite.StartAsync(settings: TestSite.Uptown);
        var outer = new HoldFault();
        var inner = new HoldFault();
        site.Sandbox.Faults.Add("/venues/*", outer);
        site.Sandbox.Faults.Add("/brands/*", inner);
        var page = site.MainAsync("/blazor/nested");
        await site.Sandbox.Requests.WaitForAsync(2);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        outer.Release();
        // Both inner ones ask the same, so that is one request; it is let go once it waits.
        await site.Sandbox.Requests.WaitForAsync(3);
        site.Clock.Advance(TimeSpan.FromSeconds(0.9));
        inner.Release();
        new HtmlParser().ParseDocument(await page).QuerySelectorAll(".sw-cigar-cards article").Length.ShouldBe(4);
    }

    [Fact]
    public async Task Component_InAPageThatIsStreamed_ComesWhenItIsThere()
    {
        await using var site = await BlazorSite.StartAsync();
        var hold = new HoldFault();
        site.Sandbox.Faults.Add("/venues/*", hold);
        using var page =
            await site.Http.GetAsync(new Uri("/blazor/streamed/recent-smokes", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await page.Content.ReadAsStreamAsync());
        var first = await ReadToAsync(reader, "</html>");
        first.ShouldContain("<p id=\"end\">end</p>");
        first.ShouldNotContain("<section");
        first.ShouldNotContain("id=\"own\"");
        hold.Release();
        var rest = await reader.ReadToEndAsync();
        rest.ShouldContain("<blazor-ssr>");
        rest.ShouldContain("sw-recent-smokes");
        rest.ShouldNotContain("id=\"own\"");
    }

    [Fact]
    public async Task Component_ForStaffInAPageThatIsStreamed_IsShownInAPageThatNobodyKeeps()
    {
        await using var site = await BlazorSite.StartAsync();
        using var page = await site.Http.GetAsync(new Uri("/blazor/streamed/guest-sessions", UriKind.Relative));
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await page.Content.ReadAsStringAsync()).ShouldContain("sw-table");
        site.Log.OwnEntries.ShouldNotContain(e => e.Contains("is left out", StringComparison.Ordinal));
    }

    private static async Task<string> ReadToAsync(StreamReader reader, string end)
    {
        var text = new StringBuilder();
        var buffer = new char[1024];
        while (!text.ToString().Contains(end, StringComparison.Ordinal) && await reader.ReadAsync(buffer) is > 0 and var count)
            text.Append(buffer, 0, count);
        return text.ToString();
    }
}
