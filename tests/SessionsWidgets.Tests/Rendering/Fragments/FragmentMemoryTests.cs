using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Rendering.Fragments;

/// <summary>What kept fragments hold on to, and what they leave to others.</summary>
public class FragmentMemoryTests
{
    /// <summary>One of 64 KiB is larger than the limit with its text.</summary>
    private const int TooLong = 40_000;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(60, TooLong)]
    public async Task RenderAsync_FragmentThatCannotBeKept_LeavesOthers(int seconds, int length)
    {
        var definition = new WidgetDefinition<Board>("house-board", [], (_, context) => new WidgetPlan(
            [], (_, _) => ValueTask.FromResult<WidgetModel?>(new BoardModel(context.Now + TimeSpan.FromSeconds(seconds), length))))
        {
            Describe = members => members.Add<BoardModel>(m => m.Member("text", b => b.Text)),
        };
        using var site = new KeptFragments(new CachePolicy { MaxFragmentBytes = 64 * 1024 }, widgets: [definition], reload: true);
        site.Folder.Write("house-board.liquid", "{{ text }}");
        for (var i = 1; i <= 6; i++) await site.RenderAsync(new RecentSmokes { HeadingLevel = i });
        site.Renderer.Fragments.ShouldBe(6);
        for (var i = 0; i < 5; i++) (await site.RenderAsync(new Board())).Origin.ShouldBe(FragmentOrigin.Fresh);
        site.Renderer.Fragments.ShouldBe(6);
    }

    private sealed record Board : Widget;

    private sealed class BoardModel(DateTimeOffset until, int length) : WidgetModel
    {
        public override DateTimeOffset FreshUntil => until;

        public string Text { get; } = new('x', length);
    }
}
