namespace SessionsWidgets.Tests.Templates;

/// <summary>The limits leave room for the longest pages that widgets have.</summary>
public class LimitHeadroomTests
{
    [Theory]
    [InlineData(WidgetLayout.List)]
    [InlineData(WidgetLayout.Grid)]
    public async Task Render_RecentSmokesOfTheMostSessions_StaysWithinTheLimits(WidgetLayout layout)
    {
        var widget = new RecentSmokes
        {
            Layout = layout, Limit = SessionQuery.MaxLimit, AllUrl = "/sessions", CigarUrl = "/cigars/{id}", ShowCigarImage = true,
            ShowVenue = true,
        };

        var html = await TemplateCase.RenderAsync(widget, TemplateCase.Many(SessionQuery.MaxLimit));

        TemplateCase.Parse(html).QuerySelectorAll("li").Length.ShouldBeGreaterThanOrEqualTo(SessionQuery.MaxLimit);
    }
}
