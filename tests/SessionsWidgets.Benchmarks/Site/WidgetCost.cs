using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.Sandbox;

namespace SessionsWidgets.Benchmarks.Site;

/// <summary>What one cached widget takes and allocates: by the library call, and in the tag and below.</summary>
internal static class WidgetCost
{
    private const int Rounds = 5;
    private const int Turns = 20;
    private const int Calls = 10_000;

    public static async Task RunAsync(SandboxApi sandbox)
    {
        await using var app = SiteServer.Build(sandbox.BaseUrl.AbsoluteUri, sandbox.ApiKey);
        await app.StartAsync();
        var renderer = app.Services.GetRequiredService<WidgetRenderer>();
        var business = await app.Services.GetRequiredService<BusinessDirectory>().GetAsync(null);
        var widget = new RecentSmokes { Limit = 6 };
        await MeasureAsync("RenderAsync of recent-smokes, nothing changed", async () => await renderer.RenderAsync(business, widget));

        // As the compiled page does: literal attributes are objects that every request uses.
        TagHelperAttribute[] attributes = [new("limit", new HtmlString("6")), new("heading", new HtmlString("Recent smokes"))];
        await using var scope = app.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await MeasureAsync("the tag recent-smokes and below, nothing changed", async () =>
        {
            var tag = new RecentSmokesTagHelper { ViewContext = new ViewContext { HttpContext = http } };
            var context = new TagHelperContext("recent-smokes", new TagHelperAttributeList(attributes), Items, "id");
            var output = new TagHelperOutput("recent-smokes", new TagHelperAttributeList(attributes), ChildContentAsync);
            var before = GC.GetAllocatedBytesForCurrentThread();
            await tag.ProcessAsync(context, output);
            _inTag += GC.GetAllocatedBytesForCurrentThread() - before;
        });
        SiteBenchmark.Print(
            "allocated in ProcessAsync of the tag",
            string.Create(CultureInfo.InvariantCulture, $"{(double)_inTag / (Turns * Calls * (Rounds + 1)):0} B"));
        await app.StopAsync();
    }

    private static long _inTag;

    private static readonly Dictionary<object, object> Items = [];

    private static Task<TagHelperContent> ChildContentAsync(bool useCachedResult, System.Text.Encodings.Web.HtmlEncoder encoder) =>
        Task.FromResult<TagHelperContent>(new DefaultTagHelperContent());

    private static async Task MeasureAsync(string what, Func<Task> call)
    {
        var times = new List<double>();
        var bytes = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var fastest = TimeSpan.MaxValue;
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var turn = 0; turn < Turns; turn++)
            {
                var clock = Stopwatch.GetTimestamp();
                for (var i = 0; i < Calls; i++) await call();
                var elapsed = Stopwatch.GetElapsedTime(clock);
                if (elapsed < fastest) fastest = elapsed;
            }

            if (round == 0) continue;
            times.Add(fastest.TotalNanoseconds / Calls);
            bytes.Add((double)(GC.GetAllocatedBytesForCurrentThread() - before) / (Turns * Calls));
        }

        SiteBenchmark.Print(
            what,
            string.Create(
                CultureInfo.InvariantCulture, $"{SiteBenchmark.Median(times):0} ns, {SiteBenchmark.Median(bytes):0} B allocated"));
    }
}
