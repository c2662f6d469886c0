using SessionsWidgets.Tests.Templates;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Widgets;

public class PictureLoadingTests
{
    public static TheoryData<Widget> Lists =>
    [
        new RecentSmokes { Loading = PictureLoading.Eager, Layout = WidgetLayout.Grid },
        new RecentSmokes { Loading = PictureLoading.Eager, ShowCigarImage = true },
        new UpcomingEvents { Loading = PictureLoading.Eager, Layout = EventLayout.Cards },
        new UpcomingEvents { Loading = PictureLoading.Eager, ShowImage = true },
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Eager_List_LoadsTheFirstFourPicturesFirst(Widget widget)
    {
        var pictures = await PicturesAsync(widget);
        pictures.Count.ShouldBe(6);
        pictures.Take(4).ShouldAllBe(picture => picture == "eager high");
        pictures.Skip(4).ShouldAllBe(picture => picture == "lazy ");
    }

    [Fact]
    public async Task Eager_CardsOfOne_LoadTheirPictureFirst()
    {
        (await PicturesAsync(new CigarCards { Loading = PictureLoading.Eager })).ShouldBe(["eager high"]);
        (await PicturesAsync(new SessionCard { Loading = PictureLoading.Eager })).ShouldBe(["eager high"]);
    }

    [Fact]
    public async Task Default_AllPictures_AreLazy()
    {
        foreach (var widget in (Widget[])[new RecentSmokes { Layout = WidgetLayout.Grid }, new SessionCard(), new CigarCards()])
            (await PicturesAsync(widget)).ShouldAllBe(picture => picture == "lazy ");
    }

    private static async Task<IReadOnlyList<string>> PicturesAsync(Widget widget)
    {
        var html = await TemplateCase.RenderAsync(
            widget,
            widget is UpcomingEvents
                ? Sessions.Page([.. Enumerable.Range(0, 6).Select(i => Events.Full($"evt_{i}", $"2026-07-{20 + i}T23:00:00Z"))])
                : TemplateCase.Many(6));
        return
        [
            .. TemplateCase.Parse(html).QuerySelectorAll("img.sw-photo")
                .Select(picture => $"{picture.GetAttribute("loading")} {picture.GetAttribute("fetchpriority")}"),
        ];
    }
}
