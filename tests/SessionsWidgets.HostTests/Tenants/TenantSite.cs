using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.HostTests.Tenants;

/// <summary>A site of two lounges, told apart by the host name, which are in an SQLite database.</summary>
internal sealed class TenantSite : IAsyncDisposable
{
    private readonly SandboxApi _sandbox;
    private readonly TemporaryFolder _folder;

    private TenantSite(HostSite site, SandboxApi sandbox, TemporaryFolder folder, ManualClock clock, QueryCounter queries)
    {
        (Site, _sandbox, _folder, Clock, Queries) = (site, sandbox, folder, clock, queries);
    }

    public HostSite Site { get; }

    public ManualClock Clock { get; }

    public QueryCounter Queries { get; }

    public BusinessDirectory Directory => Site.Services.GetRequiredService<BusinessDirectory>();

    public static async Task<TenantSite> StartAsync()
    {
        var clock = new ManualClock();
        var sandbox = await SandboxApi.StartAsync(
            new SandboxOptions { Clock = clock, BusinessKeys = [new SandboxKey("uptown-key", "brand", "casa-belmonte")] });
        var folder = new TemporaryFolder();
        var queries = new QueryCounter();
        var site = await HostSite.StartAsync(
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(clock);
                // The file is not held open by a pool.
                builder.Services.AddDbContextFactory<LoungeDb>(
                    o => o.UseSqlite($"Data Source={folder.PathOf("lounges.db")};Pooling=False").AddInterceptors(queries));
                builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"))
                    .UseBusinessSource<LoungeSource>()
                    .UseBusinessResolver(http => http.Request.Host.Host);
            },
            app => app.MapSessionsWidgets("/widgets"),
            settings: [("SessionsWidgets:ApiBaseUrl", sandbox.BaseUrl.AbsoluteUri), ("SessionsWidgets:ApiKey", sandbox.ApiKey)]);
        var tenants = new TenantSite(site, sandbox, folder, clock, queries);
        await tenants.EditAsync(async database =>
        {
            await database.Database.EnsureCreatedAsync();
            database.Add(new Lounge { Host = "stogies.example.com", BoxpressdId = "stogies-chapin", TimeZone = "America/New_York" });
            database.Add(new Lounge { Host = "uptown.example.com", BoxpressdId = "casa-belmonte", IsBrand = true, ApiKey = "uptown-key" });
        });
        queries.Reset();
        return tenants;
    }

    /// <summary>Changes the database, as the pages of an administrator do.</summary>
    public async Task EditAsync(Func<LoungeDb, Task> edit)
    {
        await using var database = await Site.Services.GetRequiredService<IDbContextFactory<LoungeDb>>().CreateDbContextAsync();
        await edit(database);
        await database.SaveChangesAsync();
    }

    public async Task<HttpResponseMessage> AskAsync(string host, string path = "/widgets/recent-smokes?limit=2")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Host = host;
        return await Site.Http.SendAsync(request);
    }

    public IEnumerable<string> UpstreamPaths => _sandbox.Requests.All.Select(r => r.Path);

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Counts the queries of the database, and fails them while it is away.</summary>
    public sealed class QueryCounter : DbCommandInterceptor
    {
        private int _count;

        public bool IsAway { get; set; }

        public int Count => Volatile.Read(ref _count);

        public void Reset() => Interlocked.Exchange(ref _count, 0);

        public override ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(
            System.Data.Common.DbCommand command, CommandEventData eventData,
            InterceptionResult<System.Data.Common.DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _count);
            if (IsAway) throw new SqliteException("unable to open database file", 14);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
