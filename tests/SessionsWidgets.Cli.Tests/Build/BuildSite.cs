using System.Text;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests.Build;

/// <summary>A site in a folder of its own, a sandbox to ask, and a clock that stands.</summary>
public sealed class BuildSite : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private BuildSite(SandboxApi sandbox, ManualClock clock)
    {
        Sandbox = sandbox;
        Clock = clock;
        File("site/sessions-widgets.json", $$"""
            {
              "SessionsWidgets": {
                "ApiBaseUrl": "{{sandbox.BaseUrl}}",
                "BusinessId": "stogies-chapin",
                "Businesses": { "brand": { "BusinessType": "brand", "BusinessId": "casa-belmonte" } }
              }
            }
            """);
    }

    public SandboxApi Sandbox { get; }

    public ManualClock Clock { get; }

    public string Folder => _folder.Path;

    public static async Task<BuildSite> StartAsync()
    {
        var clock = new ManualClock();
        return new BuildSite(await SandboxApi.StartAsync(new SandboxOptions { Clock = clock }), clock);
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void File(string name, string text, Encoding? encoding = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        System.IO.File.WriteAllBytes(PathOf(name), (encoding ?? new UTF8Encoding(false)).GetBytes(text));
    }

    public void Page(string name, string text) => File($"site/{name}", text);

    /// <summary>A built file's bytes, each as the character of that number.</summary>
    public string Built(string name) => Encoding.Latin1.GetString(System.IO.File.ReadAllBytes(PathOf($"out/{name}")));

    public string BuiltText(string name) => System.IO.File.ReadAllText(PathOf($"out/{name}"));

    internal Task<CliRun> BuildAsync(params string[] options) =>
        CliRun.Of(["build", "site", "--output", "out", .. options], Folder, Clock, ("SessionsWidgets__ApiKey", Sandbox.ApiKey));

    /// <summary>What the library gives for a widget with absolute dates.</summary>
    public async Task<string> FragmentAsync(string name, params (string Name, string Value)[] parameters)
    {
        await using var client =
            new SessionsClient(new SessionsClientOptions { ApiBaseUrl = Sandbox.BaseUrl, ApiKey = Sandbox.ApiKey }.On(Clock));
        var widgets = new WidgetRenderer(client);
        var widget = widgets.Catalog.Get(name).Parse(parameters.Select(p => new KeyValuePair<string, string>(p.Name, p.Value)));
        var request = new RenderRequest { Dates = DateStyle.Absolute };
        return (await widgets.RenderAsync(client.GetBusiness(BusinessType.Venue, "stogies-chapin"), widget, request)).ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        _folder.Dispose();
    }
}
