using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SessionsWidgets.Sandbox.GuestWifi;

namespace SessionsWidgets.Sandbox.Tests.GuestWifi;

/// <summary>A sandbox whose guest Wi-Fi API takes any number of requests, and a client that has its token.</summary>
public sealed class RunningGuestWifi : IAsyncLifetime
{
    internal FakeTimeProvider Clock { get; } = new(RunningSandbox.Now);

    public SandboxApi Sandbox { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public string Root => Sandbox.GuestWifiUrl.AbsoluteUri;

    public async Task InitializeAsync()
    {
        Sandbox = await SandboxApi.StartAsync(
            new SandboxOptions { Clock = Clock, GuestWifi = new SandboxGuestWifi { RequestsAMinute = 100_000 } });
        Client = new HttpClient();
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sandbox-wifi-token");
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Sandbox.DisposeAsync();
    }

    /// <summary>The body of a successful answer.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        using JsonDocument body = JsonDocument.Parse(await Client.GetByteArrayAsync(new Uri(Root + path)));
        return body.RootElement.Clone();
    }

    public async Task<long> CountAsync(string query) => (await GetAsync("/sessions/count" + query)).GetProperty("count").GetInt64();

    /// <summary>Every session that a filter finds, page by page.</summary>
    internal async Task<List<JsonElement>> AllAsync(string filter = "")
    {
        var all = new List<JsonElement>();
        JsonElement page;
        int number = 0;
        do
        {
            number++;
            page = await GetAsync(string.Create(CultureInfo.InvariantCulture, $"/sessions?per_page=100&page={number}{filter}"));
            all.AddRange(page.GetProperty("data").EnumerateArray());
        }
        while (page.GetProperty("links").GetProperty("next").ValueKind != JsonValueKind.Null);
        return all;
    }
}
