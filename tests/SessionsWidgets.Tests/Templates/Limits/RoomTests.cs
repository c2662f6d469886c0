namespace SessionsWidgets.Tests.Templates;

/// <summary>The limits leave room for pages that are longer than any widget is.</summary>
public class RoomTests
{
    private const int Count = 1_000;

    [Fact]
    public async Task Render_RecentSmokesOfAThousandSessions_StaysWithinTheLimits()
    {
        var html = await TemplateCase.RenderAsync(new RecentSmokes { AllUrl = "/sessions", CigarUrl = "/cigars/{id}", ShowCigarImage = true, ShowVenue = true }, TemplateCase.Many(Count));

        TemplateCase.Parse(html).QuerySelectorAll("li").Length.ShouldBeGreaterThanOrEqualTo(Count);
    }
}
