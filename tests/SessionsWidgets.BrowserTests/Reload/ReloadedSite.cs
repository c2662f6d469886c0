using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.BrowserTests.Reload;

/// <summary>A site in development, whose data, template and time a test changes. One session of the upstream is 17½ minutes old.</summary>
internal sealed class ReloadedSite : IAsyncDisposable
{
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(2);

    private const string Template = """
        <section class="sw sw-recent-smokes" lang="{{ language }}">
          <h2>{{ heading }}</h2>
          <ol>
            {%- for session in sessions %}
            <li><cite>{{ session.cigar.name }}</cite> <time>{{ session.created_at | when: dates }}</time></li>
            {%- endfor %}
          </ol>
        </section>
        """;

    private readonly TemporaryFolder _folder = new();
    private WebApplication _app = null!;

    private ReloadedSite(ManualClock clock, ChangingUpstream upstream)
    {
        (Clock, Upstream) = (clock, upstream);
        upstream.Add("Churchill", TimeSpan.FromMinutes(17.5));
        WriteHeading("<h2>{{ heading }}</h2>");
    }

    public ManualClock Clock { get; }

    public ChangingUpstream Upstream { get; }

    public RecordingLogger Log { get; } = new();

    /// <summary>The page with both widgets.</summary>
    public Uri Page => new(new Uri(_app.Urls.First()), "/evening");

    public static async Task<ReloadedSite> StartAsync()
    {
        var clock = new ManualClock();
        var site = new ReloadedSite(clock, await ChangingUpstream.StartAsync(clock));
        await site.RunAsync();
        return site;
    }

    /// <summary>Edits the template of <c>&lt;recent-smokes&gt;</c>: its second line is the heading.</summary>
    public void WriteHeading(string heading) =>
        _folder.Write("recent-smokes.liquid", Template.Replace("<h2>{{ heading }}</h2>", heading, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Upstream.DisposeAsync();
        _folder.Dispose();
    }

    private Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Development,
            ApplicationName = typeof(ReloadedSite).Assembly.GetName().Name,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SessionsWidgets:ApiBaseUrl"] = Upstream.Url,
            ["SessionsWidgets:BusinessId"] = "lounge",
            ["SessionsWidgets:Templates"] = _folder.Path,
            ["SessionsWidgets:Cache:FreshFor"] = $"{FreshFor:c}",
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddClocks(Clock);
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Reload");
        builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"));
        _app = builder.Build();
        _app.MapRazorPages();
        return _app.StartAsync();
    }
}
