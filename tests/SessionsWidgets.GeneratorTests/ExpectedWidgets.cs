using System.Text;
using System.Text.Json;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.GeneratorTests;

/// <summary>What the library gives for the tags of a site, at the times at which its build began and ended.</summary>
internal sealed class ExpectedWidgets : IAsyncDisposable
{
    private readonly Dictionary<string, string> _businesses = [];
    private readonly List<(SessionsClient Client, WidgetRenderer Renderer)> _libraries = [];

    public ExpectedWidgets(GeneratorSite site, SandboxApi sandbox)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(site.Folder, "sessions-widgets.json")));
        var settings = file.RootElement.GetProperty("SessionsWidgets");
        _businesses[""] = settings.GetProperty("BusinessId").GetString()!;
        foreach (var business in settings.GetProperty("Businesses").EnumerateObject())
            _businesses[business.Name] = business.Value.GetProperty("BusinessId").GetString()!;
        foreach (var time in (DateTimeOffset[])[site.Start, site.End])
        {
            var options = new SessionsClientOptions
            {
                ApiBaseUrl = sandbox.BaseUrl, ApiKey = sandbox.ApiKey, TimeZone = settings.GetProperty("TimeZone").GetString(),
            };
            var client = new SessionsClient(options.On(new ManualClock(time)));
            _libraries.Add((client, new WidgetRenderer(client)));
        }
    }

    /// <summary>Everything that may stand in place of a tag. Each byte is the character of that number.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(GeneratedTag tag)
    {
        var all = new List<string>();
        foreach (var (client, renderer) in _libraries)
        {
            var values = tag.Attributes.Where(a => a.Key != "business").ToList();
            var definition = renderer.Catalog.Get(tag.Name);
            var request = new RenderRequest { Dates = DateStyle.Absolute, Attributes = ElementAttributes.Take(definition, values) };
            var business = tag.Attributes.FirstOrDefault(a => a.Key == "business").Value ?? "";
            var fragment = await renderer.RenderAsync(
                client.GetBusiness(BusinessType.Venue, _businesses[business]), definition.Parse(values), request);
            fragment.Error.ShouldBeNull();
            all.Add(fragment.IsEmpty ? tag.Content : Encoding.Latin1.GetString(fragment.Utf8.Span));
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (client, _) in _libraries) await client.DisposeAsync();
    }
}
