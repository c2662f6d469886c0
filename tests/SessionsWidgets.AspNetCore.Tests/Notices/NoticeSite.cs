using System.Net;
using System.Net.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore.Tests.Components;
using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.AspNetCore.Tests.Notices;

/// <summary>A site with tags, components and fragments by URL, and what its pages say as text.</summary>
internal static class NoticeSite
{
    public const string Tag = "/Fault";
    public const string TagWithContent = "/Any/recent-smokes";
    public const string Component = "/blazor/any/recent-smokes";
    public const string Fragment = "/widgets/recent-smokes";

    public static string[] Surfaces { get; } = [Tag, TagWithContent, Component, Fragment];

    public static Task<TestSite> StartAsync(string environment, params (string Key, string Value)[] settings) =>
        StartAsync(environment, _ => { }, settings);

    public static Task<TestSite> StartAsync(
        string environment, Action<SessionsWidgetsBuilder> configure, params (string Key, string Value)[] settings) => TestSite.StartAsync(
        environment,
        widgets =>
        {
            widgets.Services.AddRazorComponents();
            configure(widgets);
        },
        app =>
        {
            app.UseAntiforgery();
            app.MapRazorComponents<App>();
            app.MapSessionsWidgets("/widgets", options => options.AllowedParameters.Add("cigar-id"));
        },
        settings);

    /// <summary>The response as a reader sees its text: decoded.</summary>
    public static async Task<string> TextAsync(this TestSite site, string path)
    {
        using var response = await site.Http.GetAsync(new Uri(path, UriKind.Relative));
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Makes the sandbox answer each request of sessions with a status.</summary>
    public static void Answer(this TestSite site, StatusFault fault) => site.Sandbox.Faults.Add("/venues/*", fault);
}
