using System.Net.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SessionsWidgets.AspNetCore;

namespace SessionsWidgets.Benchmarks.Site;

/// <summary>A site with a page of widgets and the same page by hand, and a fragment and the same bytes from a bare endpoint.</summary>
internal static class SiteServer
{
    public const string FragmentPath = "/widgets/recent-smokes?limit=6";
    public const string BarePath = "/bare";

    /// <summary>Builds the site.</summary>
    /// <param name="api">The address of the sessions API.</param>
    /// <param name="key">Its key.</param>
    public static WebApplication Build(string api, string key)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = "Production", ApplicationName = typeof(SiteServer).Assembly.GetName().Name });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SessionsWidgets:ApiBaseUrl"] = api,
            ["SessionsWidgets:ApiKey"] = key,
            ["SessionsWidgets:BusinessId"] = "stogies-chapin",
            ["SessionsWidgets:TimeZone"] = "America/New_York",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRazorPages(options => options.RootDirectory = "/Site/Pages");
        builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"));
        var app = builder.Build();
        app.MapRazorPages();
        app.MapSessionsWidgets("/widgets");
        return app;
    }

    /// <summary>Serves until the input ends; writes the address first.</summary>
    public static async Task RunAsync(string api, string key)
    {
        await using var app = Build(api, key);
        HttpResponseMessage? fragment = null;
        byte[] bytes = [];
        app.MapGet(BarePath, (HttpContext http) =>
        {
            foreach (var (name, values) in fragment!.Headers)
            {
                if (name is not ("Date" or "Server" or "Transfer-Encoding")) http.Response.Headers[name] = values.ToArray();
            }

            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.ContentLength = bytes.Length;
            return http.Response.Body.WriteAsync(bytes).AsTask();
        });
        await app.StartAsync();
        var business = await app.Services.GetRequiredService<BusinessDirectory>().GetAsync(null);
        await PastedHtml.RenderAsync(app.Services.GetRequiredService<WidgetRenderer>(), business);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        fragment = await http.GetAsync(new Uri(FragmentPath, UriKind.Relative));
        bytes = await fragment.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        await Console.Out.WriteLineAsync(app.Urls.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }
}
