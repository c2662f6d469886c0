using SessionsWidgets.TestSupport;

namespace SessionsWidgets.NativeTests;

/// <summary>The programs that are published as native code, each once for all tests.</summary>
[CollectionDefinition(nameof(NativePrograms))]
public sealed class NativePrograms : IAsyncLifetime, ICollectionFixture<NativePrograms>
{
    private readonly TemporaryFolder _folder = new();

    public PublishedProgram CommandLine { get; private set; } = null!;

    public PublishedProgram Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // One after the other: they share projects, and each compiles on all processors.
        CommandLine = await PublishedProgram.OfAsync("src/SessionsWidgets.Cli", _folder.PathOf("cli"), "sessions-widgets");
        Api = await PublishedProgram.OfAsync("samples/NativeApi", _folder.PathOf("api"), "native-api");
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
