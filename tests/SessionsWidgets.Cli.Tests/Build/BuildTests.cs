namespace SessionsWidgets.Cli.Tests.Build;

/// <summary>A base for tests of the build, each with a site and a sandbox of its own.</summary>
public abstract class BuildTests : IAsyncLifetime
{
    protected const string Linked = """<link rel="stylesheet" href="/sessions-widgets.css">""";

    protected BuildSite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await BuildSite.StartAsync();

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
