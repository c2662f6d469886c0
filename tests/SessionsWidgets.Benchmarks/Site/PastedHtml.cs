namespace SessionsWidgets.Benchmarks.Site;

/// <summary>The HTML of the widgets, as somebody would paste it into a page.</summary>
public static class PastedHtml
{
    public static string RecentSmokes { get; private set; } = "";

    public static string CigarCards { get; private set; } = "";

    public static string SessionCard { get; private set; } = "";

    internal static async Task RenderAsync(WidgetRenderer renderer, BusinessContext business)
    {
        RecentSmokes = await HtmlOfAsync(new RecentSmokes { Limit = 6, Heading = "Recent smokes" });
        CigarCards = await HtmlOfAsync(new CigarCards { Limit = 4 });
        SessionCard = await HtmlOfAsync(new SessionCard { ShowNote = false });

        async Task<string> HtmlOfAsync(Widget widget) => (await renderer.RenderAsync(business, widget)).ToString();
    }
}
