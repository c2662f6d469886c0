using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SessionsWidgets;

/// <summary>Reads the templates when the host starts, so that a folder that cannot be used stops it, as other wrong settings do, and no
/// visitor's page.</summary>
internal sealed class TemplateStart(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = services.GetRequiredService<WidgetRenderer>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
