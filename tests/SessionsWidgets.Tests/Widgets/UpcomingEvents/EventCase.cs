using System.Text.Json;
using AngleSharp.Dom;
using SessionsWidgets.Tests.Templates;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Widgets;

/// <summary>Events on the way that pages take, at 19:30 in New York on Saturday, 18 July 2026.</summary>
internal static class EventCase
{
    public static string Full { get; } = Sessions.Page(
        Events.Full("evt_1"),
        Events.Item(
            "evt_2", "2026-07-20T00:00:00Z", "2026-07-20T06:00:00Z", "Midnight <Humidor>",
            $"\"timezone\":\"America/Chicago\",\"address\":\"12 Main St.\",\"description\":{JsonSerializer.Serialize(LongText)}"),
        Events.Item("evt_3", "2026-07-24", "2026-07-26", "Weekend at the lake", "\"locationName\":\"Pavilion\""),
        Events.Item("evt_4", "2027-01-01T00:00:00Z", title: "ليلة السيجار", more: "\"ticketUrl\":\"https://example.com/t?a=1&b=2\""));

    public static string Sparse { get; } = Sessions.Page(
        Events.Item("evt_1", "2026-08-01T23:00:00Z", "2026-08-01T22:00:00Z"), """{"id":"evt_2","title":"No start"}""");

    private static string LongText { get; } = string.Concat(Enumerable.Repeat("Lights down, every drawer of the humidor open. ", 8));

    public static async Task<string> RenderAsync(Widget widget, string json, RenderRequest? request = null)
    {
        using var handler = new StubHandler(json);
        await using var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = handler, TimeZone = "America/New_York",
        }.On(new ManualClock()));
        var business = client.GetBusiness(BusinessType.Venue, "stogies-chapin");
        var fragment = await new WidgetRenderer(client).RenderAsync(business, widget, request);
        fragment.Error.ShouldBeNull();
        return fragment.ToString();
    }

    public static async Task<IElement> ElementAsync(Widget widget, string json, RenderRequest? request = null) =>
        TemplateCase.Parse(await RenderAsync(widget, json, request)).Children.ShouldHaveSingleItem();
}
