using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace SessionsWidgets.Sandbox.Tests;

/// <summary>A sandbox at a fixed moment with a client that has its key. Tests that change its state start one of their own.</summary>
public sealed class RunningSandbox : IAsyncLifetime
{
    public const string Start = "2026-07-18T20:00:00Z";

    public static readonly DateTimeOffset Now = DateTimeOffset.Parse(Start, System.Globalization.CultureInfo.InvariantCulture);

    internal FakeTimeProvider Clock { get; } = new(Now);

    public SandboxApi Sandbox { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    internal static async Task<RunningSandbox> StartAsync(SandboxOptions? options = null)
    {
        var running = new RunningSandbox();
        await running.StartWithAsync(options);
        return running;
    }

    public Task InitializeAsync() => StartWithAsync(null);

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Sandbox.DisposeAsync();
    }

    /// <summary>The body of a successful answer.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        using JsonDocument body = JsonDocument.Parse(await Client.GetByteArrayAsync(path));
        return body.RootElement.Clone();
    }

    /// <summary>The sessions of a successful answer.</summary>
    internal async Task<List<JsonElement>> SessionsAsync(string path) => [.. (await GetAsync(path)).GetProperty("data").EnumerateArray()];

    /// <summary>Every session behind a path that has no query, page by page.</summary>
    internal async Task<List<JsonElement>> AllSessionsAsync(string path)
    {
        var all = new List<JsonElement>();
        List<JsonElement> page;
        do
        {
            page = await SessionsAsync($"{path}?limit=100&offset={all.Count}");
            all.AddRange(page);
        }
        while (page.Count == 100);
        return all;
    }

    private async Task StartWithAsync(SandboxOptions? options)
    {
        Sandbox = await SandboxApi.StartAsync(options ?? new SandboxOptions { Clock = Clock });
        Client = new HttpClient { BaseAddress = Sandbox.BaseUrl };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Sandbox.ApiKey);
    }
}
