using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.NativeTests;

/// <summary>
/// The sample of a native host. It goes by the machine's clock; the managed renderer, by a clock that stands at each second in which the
/// native one was asked: what widgets say of time, they say to the second.
/// </summary>
[Collection(nameof(NativePrograms))]
public sealed class NativeApiTests(NativePrograms programs) : IAsyncLifetime
{
    // An answer that takes from one second into the next may have fetched in one and written in the other.
    private const int Attempts = 10;

    private readonly ManualClock _clock = CommandLinePrograms.CreateClock();
    private readonly HttpClient _http = new();
    private SandboxApi _sandbox = null!;
    private NativeApi _api = null!;

    public async Task InitializeAsync()
    {
        // No minute passes on a clock that stands, and two ask.
        var clock = new ManualClock(_clock.GetUtcNow());
        _sandbox = await SandboxApi.StartAsync(new SandboxOptions { Clock = clock, GuestWifi = new() { RequestsAMinute = 1000 } });
        _api = await NativeApi.StartAsync(programs.Api, Settings);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _api.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Get_AnyWidgetForEveryone_GivesTheBytesOfTheManagedRenderer()
    {
        await using var services = CreateServices();
        var business = await services.GetRequiredService<BusinessDirectory>().GetAsync(null);
        var renderer = services.GetRequiredService<WidgetRenderer>();
        var request = new RenderRequest { CalendarUrl = "/widgets/events/{id}.ics" };
        foreach (var type in renderer.Catalog.Definitions.Where(t => t.Audience == WidgetAudience.Everyone))
        {
            foreach (var query in Queries(type))
            {
                var address = $"/widgets/{type.Name}?{string.Join('&', query.Select(q => $"{q.Key}={q.Value}"))}";
                await ShouldBeSameAsync(address, () => renderer.RenderAsync(business, type.Parse(query), request));
            }
        }
    }

    [Fact]
    public async Task Get_WrongParameter_TellsWhatIsAllowed()
    {
        using var answer = await _http.GetAsync(new Uri(_api.Url, "/widgets/recent-smokes?layout=table"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("layout is 'table'; it must be 'list' or 'grid'.");
    }

    [Fact]
    public async Task Get_Stylesheet_GivesTheBytesOfTheLibrary()
    {
        using var answer = await _http.GetAsync(new Uri(_api.Url, "/_content/SessionsWidgets.AspNetCore/sessions-widgets.css"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        var stylesheet = await File.ReadAllBytesAsync(RepositoryFiles.PathOf("templates", "sessions-widgets.css"));
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(stylesheet);
    }

    [Fact]
    public async Task Program_OfTheDocs_IsTheSample()
    {
        var program = await File.ReadAllTextAsync(RepositoryFiles.PathOf("samples", "NativeApi", "Program.cs"));
        var code = program[program.IndexOf("var builder", StringComparison.Ordinal)..];
        (await File.ReadAllTextAsync(RepositoryFiles.PathOf("docs", "hosting.md"))).ShouldContain($"```csharp\n{code}```");
        var project = await File.ReadAllTextAsync(RepositoryFiles.PathOf("samples", "NativeApi", "NativeApi.csproj"));
        var lines = DocBlocks.On("docs/hosting.md", "xml").ShouldHaveSingleItem().Text.Split('\n');
        foreach (var line in lines) project.ShouldContain(line.Trim());
    }

    private static IEnumerable<KeyValuePair<string, string>[]> Queries(WidgetDefinition type)
    {
        foreach (var language in (string[])["en", "de", "ar", "ja", "ru"]) yield return [new("lang", language)];
        if (type.FindParameter("layout") is { } layout) yield return [new("layout", layout.Choices[^1]), new("limit", "5")];
    }

    private async Task ShouldBeSameAsync(string address, Func<ValueTask<HtmlFragment>> render)
    {
        for (var attempt = 1; ; attempt++)
        {
            var second = CommandLinePrograms.Second(TimeProvider.System.GetUtcNow());
            using var answer = await _http.GetAsync(new Uri(_api.Url, address));
            var end = TimeProvider.System.GetUtcNow();
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            for (; second <= end; second = second.AddSeconds(1))
            {
                _clock.SetUtcNow(second);
                var fragment = await render();
                fragment.Origin.ShouldBe(FragmentOrigin.Fresh);
                var isSame = fragment.Utf8.Span.SequenceEqual(bytes);
                if (!isSame && (attempt < Attempts || second.AddSeconds(1) <= end)) continue;
                bytes.ShouldBe(fragment.Utf8.ToArray(), address);
                answer.Headers.ETag!.ToString().ShouldBe(fragment.ETag);
                return;
            }
        }
    }

    private ServiceProvider CreateServices()
    {
        var services = new ServiceCollection();
        services.AddClocks(_clock);
        services.AddSessionsWidgetsCore(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build().GetSection("SessionsWidgets"));
        return services.BuildServiceProvider();
    }

    private KeyValuePair<string, string?>[] Settings =>
    [
        new("SessionsWidgets:ApiBaseUrl", _sandbox.BaseUrl.AbsoluteUri),
        new("SessionsWidgets:ApiKey", _sandbox.ApiKey),
        new("SessionsWidgets:BusinessId", "stogies-chapin"),
        new("SessionsWidgets:TimeZone", "America/New_York"),
        new("SessionsWidgets:Cache:FreshFor", "00:05:00"),
        new("SessionsWidgets:GuestWifi:ApiBaseUrl", _sandbox.GuestWifiUrl.AbsoluteUri),
        new("SessionsWidgets:GuestWifi:AccessToken", "sandbox-wifi-token"),
        new("SessionsWidgets:GuestWifi:LocationId", "oVq3TzKcWnB"),
    ];
}
