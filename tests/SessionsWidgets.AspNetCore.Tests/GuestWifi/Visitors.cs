using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.AspNetCore.Tests.GuestWifi;

/// <summary>A site that two visitors open: the first is a guest whose time is known, the second is somebody else.</summary>
internal static class Visitors
{
    /// <summary>The guest's address, what only that guest may read, and the second visitor's address.</summary>
    public static TheoryData<bool> Ways => [false, true];

    public static (string First, string Secret, string Second) Of(bool forwarded) =>
        forwarded ? ("10.1.1.5", "1 hour 24 minutes", "127.0.0.1") : ("127.0.0.1", "52 minutes", "127.0.0.2");

    public static Task<TestSite> StartAsync(
        string environment = "Production", Action<SessionsWidgetsBuilder>? configure = null, Action<WebApplication>? map = null,
        params (string Key, string Value)[] settings) =>
        TestSite.StartAsync(
            environment,
            widgets =>
            {
                widgets.Services.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.XForwardedFor);
                widgets.Services.AddRazorComponents();
                configure?.Invoke(widgets);
            },
            app =>
            {
                app.UseForwardedHeaders();
                map?.Invoke(app);
            },
            [
                ("SessionsWidgets:GuestWifi:ClientNetworks:0", "127.0.0.0/8"),
                ("SessionsWidgets:GuestWifi:ClientNetworks:1", "10.1.1.0/24"), .. settings,
            ]);

    /// <summary>Opens a page from an address: over a connection from there, or through a proxy that says so.</summary>
    public static async Task<(string Html, HttpResponseMessage Response)> OpenAsync(
        this TestSite site, string path, string address, bool forwarded)
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                if (!forwarded) socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var http = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Http.BaseAddress!, path));
        if (forwarded) request.Headers.Add("X-Forwarded-For", address);
        var response = await http.SendAsync(request);
        return (await response.Content.ReadAsStringAsync(), response);
    }
}
