using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.HostTests.Logs;

/// <summary>docs/operations.md shows what a site with a wrong key shows and logs.</summary>
public sealed partial class LogSampleTests
{
    [Fact]
    public async Task Samples_OfThePage_AreWhatASiteShowsAndLogs()
    {
        var samples = Readme.Blocks(RepositoryFiles.PathOf("docs", "operations.md"), "text").Select(Plain).ToList();
        samples.Count.ShouldBe(3);
        await using var host = await LoungeHost.StartAsync(
            _ => { }, app => app.MapSessionsWidgets("/widgets"), "Development", ("SessionsWidgets:ApiKey", "wrong"),
            ("SessionsWidgets:Pictures:Mode", "Proxy"), ("SessionsWidgets:Pictures:Key", "q2Yk0ZpVxw8nR5bT1mLcJ7uHs4dGfEaXoPiN9vB3tCk="));

        var lounge = await host.Services.GetRequiredService<BusinessDirectory>().GetAsync(null);

        var fragment = await host.Services.GetRequiredService<WidgetRenderer>().RenderAsync(lounge, new SessionCard());

        var page = Plain(WebUtility.HtmlDecode(Element().Replace(fragment.ToString(), "")));
        page.ShouldContain(samples[0]);
        var logged = host.Log.Collector.GetSnapshot().Select(r => Plain($"{Level(r.Level)}: {r.Category}[{r.Id.Id}] {r.Message}")).ToList();
        logged.ShouldContain(samples[1]);
        logged.ShouldContain(samples[2]);
    }

    /// <summary>As the console writes it.</summary>
    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => $"{level}",
    };

    /// <summary>Without what differs from run to run.</summary>
    private static string Plain(string text) => Changing().Replace(Space().Replace(text, " ").Trim(), "…");

    [GeneratedRegex(@"(?<=127\.0\.0\.1:)\d+|(?<=key )[0-9a-f]{64}|(?<=after )\d+(?= ms)|(?<=next try )[^)]+", RegexOptions.None, 1000)]
    private static partial Regex Changing();

    [GeneratedRegex(@"</?[a-z][^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Element();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
