using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.GeneratorTests;

/// <summary>The sites, each built once for all tests, side by side: by its generator and by <c>sessions-widgets</c>, which asks a
/// sandbox of the API.</summary>
[CollectionDefinition(nameof(GeneratorSites))]
public sealed class GeneratorSites : IAsyncLifetime, ICollectionFixture<GeneratorSites>
{
    /// <summary>For all sites together, their packages included.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _deadline = new(Limit, TimeProvider.System);
    private readonly Dictionary<string, Task<GeneratorSite>> _sites = [];

    public static TheoryData<string> Names => new(Generator.All.Select(g => g.Name));

    /// <summary>Its clock stands, so that all sites and the library see one state of the data.</summary>
    public SandboxApi Sandbox { get; private set; } = null!;

    internal IEnumerable<KeyValuePair<string, string>> Variables =>
    [
        new("SessionsWidgets__ApiBaseUrl", Sandbox.BaseUrl.AbsoluteUri), new("SessionsWidgets__ApiKey", Sandbox.ApiKey),
    ];

    public async Task InitializeAsync()
    {
        Sandbox = await SandboxApi.StartAsync(new SandboxOptions { Clock = new ManualClock(TimeProvider.System.GetUtcNow()) });
        foreach (var generator in Generator.All) _sites[generator.Name] = BuildAsync(generator);
    }

    /// <summary>Waits for a site.</summary>
    internal Task<GeneratorSite> GetAsync(string name) => _sites[name];

    public async Task DisposeAsync()
    {
        await _deadline.CancelAsync();
        await Task.WhenAll(_sites.Values.Cast<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _deadline.Dispose();
        await Sandbox.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<GeneratorSite> BuildAsync(Generator generator)
    {
        var folder = _folder.PathOf(generator.Name);
        generator.CopyTo(folder);
        if (generator.UsesNpm) await Npm.InstallAsync(folder, _deadline.Token);
        else InstalledPrograms.Require(generator.Name);
        var start = TimeProvider.System.GetUtcNow();
        var run = (await Shell.RunAsync(folder, generator.Build, Variables, _deadline.Token)).OrThrow(generator.Name);
        return new GeneratorSite(generator, folder, run, start, TimeProvider.System.GetUtcNow());
    }
}
