using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SessionsWidgets.Sandbox;

/// <summary>Runs the sandbox while the host runs; starts before its other services.</summary>
internal sealed partial class SandboxService(
    IOptions<SessionsWidgetsOptions> options, SandboxSettings settings, TimeProvider clock, ILogger<SandboxService> logger)
    : IHostedLifecycleService, IAsyncDisposable
{
    private SandboxApi? _sandbox;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        // Reads the settings, if nothing has yet.
        Uri? baseUrl = options.Value.ApiBaseUrl;
        if (settings.Listener is not { } listener || baseUrl is null)
            return;
        SandboxOptions own = settings.Options;
        _sandbox = await SandboxApi.StartAsync(
            new SandboxOptions { Url = baseUrl, Clock = clock, AnyBusiness = own.AnyBusiness, Listener = listener }, cancellationToken);
        Started(logger, _sandbox.BaseUrl);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _sandbox, null) is { } sandbox)
            await sandbox.DisposeAsync();
    }

    [LoggerMessage(
        EventId = 403,
        EventName = "sandbox.started",
        Level = LogLevel.Warning,
        Message = "No SessionsWidgets:ApiBaseUrl is configured: the widgets show example data, from the sandbox at {BaseUrl}.")]
    private static partial void Started(ILogger logger, Uri baseUrl);
}
