using System.Reflection;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore.Tests.Components;
using SessionsWidgets.AspNetCore.Tests.Endpoints;

namespace SessionsWidgets.AspNetCore.Tests;

/// <summary>Events on the surfaces of a site.</summary>
public class EventPagesTests
{
    [Fact]
    public async Task Cards_OnEverySurface_HaveTheSameBytes()
    {
        await using var site = await TestSite.StartAsync(
            configure: widgets => widgets.Services.AddRazorComponents(),
            map: app =>
            {
                app.UseAntiforgery();
                app.MapRazorComponents<App>();
                app.MapSessionsWidgets(
                    "/widgets", o => o.Defaults["upcoming-events"] = new UpcomingEvents { AllUrl = "/events", CalendarUrl = "/c/{id}" });
            });
        var business = await site.Services.GetRequiredService<BusinessDirectory>().GetAsync(null);
        var fragment = await site.Services.GetRequiredService<WidgetRenderer>().RenderAsync(
            business, new UpcomingEvents { Layout = EventLayout.Cards, Limit = 8, AllUrl = "/events", CalendarUrl = "/c/{id}" });
        fragment.Origin.ShouldBe(FragmentOrigin.Fresh);
        var section = new HtmlParser().ParseDocument(fragment.ToString());
        section.QuerySelectorAll("article").Length.ShouldBe(8);
        section.QuerySelectorAll("a[href^='/c/evt_']").Length.ShouldBe(8);
        (await site.MainAsync("/Events")).ShouldBe(fragment.ToString());
        (await site.MainAsync("/blazor/any/upcoming-events?layout=cards&limit=8&all-url=/events&calendar-url=/c/%7Bid%7D"))
            .ShouldBe(fragment.ToString());
        (await site.Http.GetStringAsync("/widgets/upcoming-events?layout=cards&limit=8")).ShouldBe(fragment.ToString());
        // One request serves them all.
        site.Sandbox.Requests.All.ShouldHaveSingleItem().Path.ShouldBe("/venues/stogies-chapin/events");
    }

    [Fact]
    public void Tags_OfTheAssembly_AreThoseOfTheCatalog() =>
        typeof(WidgetTagHelper).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(WidgetTagHelper)))
            .SelectMany(type => type.GetCustomAttributes<HtmlTargetElementAttribute>(), (_, target) => target.Tag)
            .Order(StringComparer.Ordinal)
            .ShouldBe(WidgetCatalog.BuiltIn.Definitions.Select(d => d.Name).Append("session-widget").Order(StringComparer.Ordinal));
}
