using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Rendering.Fragments;

/// <summary>Of requests for the same fragment at the same moment, one renders.</summary>
public class ConcurrentFragmentTests
{
    [Fact]
    public async Task RenderAsync_ThousandRequestsAtAChange_RenderOnce()
    {
        using var site = new KeptFragments(reload: true);
        site.Folder.Write("recent-smokes.liquid", "{% for s in sessions %}{{ s.note }}{% endfor %}-{{ 1 | counted }}");
        await site.RenderAsync();
        for (var change = 1; change <= 5; change++)
        {
            site.Json = Sessions.Page(Sessions.Item("a", more: $"\"note\":\"Change {change}\""));
            await site.Client.RefreshAsync(site.Lounge);
            var before = site.Renderings;
            var fragments = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => site.RenderAsync().AsTask())));
            fragments.ShouldAllBe(f => f.ToString() == $"Change {change}-1");
            (site.Renderings - before).ShouldBe(1);
        }
    }

    [Fact]
    public async Task RenderAsync_CallerThatRendersLeaves_AnotherOneRenders()
    {
        var leaving = new CancellationTokenSource();
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var site = new KeptFragments(reload: true, extend: templates => templates.AddFilter(
            "slow",
            async (input, _, _) =>
            {
                if (!entered.TrySetResult()) return input;
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, leaving.Token);
                return input;
            },
            isDeterministic: true));
        site.Folder.Write("recent-smokes.liquid", "{{ 1 | slow | counted }}");
        var first = site.Renderer.RenderAsync(site.Lounge, new RecentSmokes(), leaving.Token).AsTask();
        await entered.Task;
        var others = Enumerable.Range(0, 50).Select(_ => Task.Run(() => site.RenderAsync().AsTask())).ToList();
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        (await Task.WhenAll(others)).ShouldAllBe(f => f.ToString() == "1");
        site.Renderings.ShouldBeInRange(1, 2);
        leaving.Dispose();
    }
}
