using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Context;

/// <summary>What the directory remembers of a host's source, by the host's clock.</summary>
public sealed class FoundBusinessesTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly RecordingLogger _log = new();
    private readonly Source _source = new();
    private readonly List<ServiceProvider> _providers = [];

    public void Dispose()
    {
        foreach (var provider in _providers) provider.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task Get_WithinFreshFor_AsksOnceAndGivesTheSameBusiness()
    {
        var directory = Create();
        var first = await directory.GetAsync("uptown");
        _clock.Advance(TimeSpan.FromSeconds(59));
        (await directory.GetAsync("uptown")).ShouldBeSameAs(first);
        _source.Calls.ShouldBe(["uptown"]);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _source.BusinessId = "casa-belmonte";
        (await directory.GetAsync("uptown")).BusinessId.ShouldBe("casa-belmonte");
        _source.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Get_NoSuchBusiness_IsRememberedAsLong()
    {
        var directory = Create();
        for (var i = 0; i < 3; i++) await Should.ThrowAsync<ParameterException>(async () => await directory.GetAsync("nobody"));
        _source.Calls.ShouldBe(["nobody"]);
        _clock.Advance(TimeSpan.FromMinutes(1));
        _source.Known.Add("nobody");
        (await directory.GetAsync("nobody")).BusinessId.ShouldBe("stogies-chapin");
    }

    [Fact]
    public async Task Get_OtherSpelling_IsAnotherName()
    {
        var directory = Create();
        _source.Known.Add("Uptown");
        await directory.GetAsync("uptown");
        await directory.GetAsync("Uptown");
        _source.Calls.ShouldBe(["uptown", "Uptown"]);
    }

    [Fact]
    public async Task Get_ManyAtOnce_AsksOnceAndOneThatLeavesTakesNobodyAlong()
    {
        var directory = Create();
        _source.Gate = new TaskCompletionSource();
        using var visit = new CancellationTokenSource();
        var first = directory.GetAsync("uptown", visit.Token).AsTask();
        var others = Enumerable.Range(0, 20).Select(_ => directory.GetAsync("uptown").AsTask()).ToList();
        await visit.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        _source.Gate.SetResult();
        var found = await Task.WhenAll(others);
        found.ShouldAllBe(b => ReferenceEquals(b, found[0]));
        _source.Calls.ShouldBe(["uptown"]);
    }

    [Fact]
    public async Task Remove_BeforeTheNextUse_AsksAgain()
    {
        var directory = Create();
        await directory.GetAsync("uptown");
        _source.BusinessId = "casa-belmonte";
        directory.Remove("uptown");
        (await directory.GetAsync("uptown")).BusinessId.ShouldBe("casa-belmonte");
    }

    [Fact]
    public async Task Remove_DuringACall_DoesNotRememberItsResult()
    {
        var directory = Create();
        _source.Gate = new TaskCompletionSource();
        var before = directory.GetAsync("uptown").AsTask();
        directory.Remove("uptown");
        _source.Gate.SetResult();
        (await before).BusinessId.ShouldBe("stogies-chapin");
        _source.BusinessId = "casa-belmonte";
        (await directory.GetAsync("uptown")).BusinessId.ShouldBe("casa-belmonte");
    }

    [Fact]
    public async Task Get_SourceFailsForAKnownName_UsesWhatItFoundUpToStaleIfErrorAndLogsOnce()
    {
        var directory = Create(("Cache:StaleIfError", "01:00:00"));
        await directory.GetAsync("uptown");
        _source.Failure = new InvalidOperationException("database is away");
        _clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 3; i++) (await directory.GetAsync("uptown")).BusinessId.ShouldBe("stogies-chapin");
        _source.Calls.Count.ShouldBe(2);
        // It is asked again after a pause, not at each use.
        _clock.Advance(TimeSpan.FromSeconds(5));
        await directory.GetAsync("uptown");
        _source.Calls.Count.ShouldBe(3);
        _log.OwnEntries.ShouldHaveSingleItem().ShouldContain("for 'uptown' that of 2026-07-18 23:30:00Z: database is away");
        _clock.Advance(TimeSpan.FromHours(1));
        (await Should.ThrowAsync<InvalidOperationException>(async () => await directory.GetAsync("uptown")))
            .Message.ShouldBe("database is away");
    }

    [Fact]
    public async Task Get_SourceFailsAgainAfterItHasWorked_LogsAgain()
    {
        var directory = Create();
        foreach (var failure in (Exception?[])[null, new TimeoutException("one"), null, new TimeoutException("two")])
        {
            _source.Failure = failure;
            await directory.GetAsync("uptown");
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        _log.Events.Count(e => e == "business.source_failed").ShouldBe(2);
    }

    [Fact]
    public async Task Get_SourceFailsForAnUnknownName_ThrowsAndPauses()
    {
        var directory = Create();
        _source.Failure = new InvalidOperationException("database is away");
        for (var i = 0; i < 3; i++)
            (await Should.ThrowAsync<InvalidOperationException>(async () => await directory.GetAsync("uptown")))
                .Message.ShouldBe("database is away");
        _source.Calls.Count.ShouldBe(1);
        _source.Failure = null;
        _clock.Advance(TimeSpan.FromSeconds(5));
        (await directory.GetAsync("uptown")).BusinessId.ShouldBe("stogies-chapin");
    }

    [Fact]
    public async Task Get_SourceDoesNotRespond_EndsAtTheDeadline()
    {
        var directory = Create(("Cache:FetchDeadline", "00:00:00.1"));
        _source.Gate = new TaskCompletionSource();
        var error = await Should.ThrowAsync<TimeoutException>(async () => await directory.GetAsync("uptown"));
        error.Message.ShouldBe("the IBusinessSource has not responded within 00:00:00.1000000 (Cache:FetchDeadline).");
        _source.Token.IsCancellationRequested.ShouldBeTrue();
        _source.Gate.SetResult();
    }

    [Fact]
    public async Task Get_MoreNamesThanAreRemembered_StaysWithinTheBound()
    {
        var provider = CreateProvider();
        var directory = provider.GetRequiredService<BusinessDirectory>();
        for (var i = 0; i < FoundBusinesses.MaxNames * 2; i++)
            await Should.ThrowAsync<ParameterException>(async () => await directory.GetAsync($"made-up-{i}"));
        provider.GetRequiredService<FoundBusinesses>().Count.ShouldBeLessThanOrEqualTo(FoundBusinesses.MaxNames);
        (await directory.GetAsync("uptown")).BusinessId.ShouldBe("stogies-chapin");
    }

    [Fact]
    public async Task Get_AfterAChangeOfTheSection_InheritsFromTheNewOne()
    {
        var provider = CreateProvider(("TimeZone", "America/New_York"));
        var directory = provider.GetRequiredService<BusinessDirectory>();
        (await directory.GetAsync("uptown")).TimeZone.Id.ShouldBe("America/New_York");
        var configuration = (IConfigurationRoot)provider.GetRequiredService<IConfiguration>();
        configuration["SessionsWidgets:TimeZone"] = "Europe/Berlin";
        configuration.Reload();
        (await directory.GetAsync("uptown")).TimeZone.Id.ShouldBe("Europe/Berlin");
        _source.Calls.Count.ShouldBe(1);
    }

    private BusinessDirectory Create(params (string Key, string? Value)[] settings) =>
        CreateProvider(settings).GetRequiredService<BusinessDirectory>();

    private ServiceProvider CreateProvider(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Append(("ApiBaseUrl", "https://api.boxpressd.com"))
                .Select(s => new KeyValuePair<string, string?>($"SessionsWidgets:{s.Item1}", s.Item2)))
            .Build();
        var services = new ServiceCollection();
        services.AddLogging(b => b.ClearProviders().AddProvider(_log));
        services.AddSingleton<TimeProvider>(_clock).AddSingleton<IBusinessSource>(_source).AddSingleton<IConfiguration>(configuration);
        services.AddSessionsWidgetsCore(configuration.GetSection("SessionsWidgets"));
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider;
    }

    /// <summary>A host's source that does what a test says.</summary>
    private sealed class Source : IBusinessSource
    {
        public HashSet<string> Known { get; } = new(StringComparer.Ordinal) { "uptown" };

        public string BusinessId { get; set; } = "stogies-chapin";

        public List<string> Calls { get; } = [];

        public TaskCompletionSource? Gate { get; set; }

        public Exception? Failure { get; set; }

        public CancellationToken Token { get; private set; }

        public async ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken)
        {
            Calls.Add(name);
            Token = cancellationToken;
            var found = new BusinessOptions { BusinessId = BusinessId };
            if (Gate is not null) await Gate.Task;
            if (Failure is not null) throw Failure;
            return Known.Contains(name) ? found : null;
        }
    }
}
