using System.Net;
using System.Net.Http;
using Microsoft.AspNetCore.Builder;

namespace SessionsWidgets.AspNetCore.Tests.Endpoints;

/// <summary>A site that maps its widgets to <c>/widgets</c>, and what it answers.</summary>
internal static class EndpointSite
{
    public static (string Key, string Value)[] Uptown { get; } =
    [
        .. TestSite.Uptown,
        ("SessionsWidgets:Businesses:locked:BusinessType", "brand"),
        ("SessionsWidgets:Businesses:locked:BusinessId", "casa-belmonte"),
        ("SessionsWidgets:Businesses:locked:ApiKey", "not-the-key"),
    ];

    public static Task<TestSite> StartAsync(
        Action<WidgetEndpointOptions>? options = null, string environment = "Production", Action<SessionsWidgetsBuilder>? configure = null,
        params (string Key, string Value)[] settings) =>
        TestSite.StartAsync(environment, configure, app => app.MapSessionsWidgets("/widgets", options), settings);

    public static async Task<HttpResponseMessage> AskAsync(
        this TestSite site, string address, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(address, UriKind.Relative));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await site.Http.SendAsync(request);
    }

    /// <summary>Status and text of an answer that is refused.</summary>
    public static async Task<(HttpStatusCode Status, string Text)> RefusedAsync(this TestSite site, string address)
    {
        using var answer = await site.AskAsync(address);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
