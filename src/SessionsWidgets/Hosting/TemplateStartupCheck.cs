using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>Reads the templates at startup, so that an invalid folder stops the host. In Development, logs what they name and what does
/// not exist.</summary>
internal sealed partial class TemplateStartupCheck(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var renderer = services.GetRequiredService<WidgetRenderer>();
        if (services.GetService<IHostEnvironment>()?.IsDevelopment() != true) return Task.CompletedTask;
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("SessionsWidgets");
        foreach (var error in renderer.FindUnknownNames()) NameUnknown(logger, error);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventId = 203, EventName = "template.unknown_name", Level = LogLevel.Warning, Message = "{Error}")]
    private static partial void NameUnknown(ILogger logger, TemplateError error);
}
