using SessionsWidgets.AspNetCore.Tests.Components;

namespace SessionsWidgets.AspNetCore.Tests.Attributes;

/// <summary>Widgets in a shadow root, in Razor pages; in Blazor pages they are refused.</summary>
public class IsolationSiteTests
{
    [Theory]
    [InlineData(
        "isolated",
        "<div data-sw-theme=\"dark\" class=\"sw-isolated\" id=\"own\"><template shadowrootmode=\"open\">"
        + "<link rel=\"stylesheet\" href=\"/_content/SessionsWidgets.AspNetCore/sessions-widgets.css\">"
        + "<section class=\"sw sw-recent-smokes\"")]
    [InlineData(
        "isolated-by",
        "<div class=\"sw-isolated\"><template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"/lounge.css?v=2\"><section ")]
    [InlineData("isolated-not", "<section class=\"sw sw-recent-smokes\"")]
    [InlineData("isolated-empty", "<p id=\"own\">Ours.</p>")]
    public async Task Tag_Isolated_StandsInAShadowRoot(string which, string start)
    {
        await using var site = await BlazorSite.StartAsync();
        // The second one is written from what the first one left.
        (await site.MainAsync($"/Attributes/{which}")).Trim().ShouldStartWith(start);
        (await site.MainAsync($"/Attributes/{which}")).Trim().ShouldStartWith(start);
    }

    [Theory]
    [InlineData("/Attributes/isolated-wrong", "isolated is 'yes'; it must be true or false.")]
    [InlineData("/blazor/attributes/isolated", "a shadow root is created only of HTML that arrives with its page")]
    public async Task Tag_ThatCannotBeIsolated_SaysWhyInDevelopmentAndShowsItsContentInProduction(string path, string message)
    {
        await using (var site = await BlazorSite.StartAsync("Development"))
            (await site.SectionAsync(path)).TextContent.ShouldContain(message);
        await using (var site = await BlazorSite.StartAsync())
            (await site.MainAsync(path)).Trim().ShouldBe("<p id=\"own\">Ours.</p>");
    }
}
