using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>Fetches the sessions of named widgets when the host starts and whenever they are no longer fresh.</summary>
internal sealed partial class WidgetWarmer(IEnumerable<WarmWidget> widgets, WidgetRenderer renderer, BusinessDirectory businesses, SessionsClient client) : BackgroundService
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host does not wait for it.
        await Task.Yield();
        using var timer = new PeriodicTimer(client.Policy.FreshFor, client.Clock);
        do
        {
            foreach (var widget in widgets) await WarmAsync(widget, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task WarmAsync(WarmWidget warm, CancellationToken cancellationToken)
    {
        try
        {
            await renderer.RefreshAsync(await businesses.FindAsync(warm.Business, cancellationToken), warm.Widget, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // A business that cannot be found must not end the others' warmth. Upstream's failures do not come here.
            if (_told.Add(e.Message)) CannotWarm(client.Logger, warm.Business ?? "the default one", e.Message);
        }
    }

    [LoggerMessage(202, LogLevel.Error, "A widget of the business '{Business}' cannot be kept warm: {Reason}", EventName = "widget.cold")]
    private static partial void CannotWarm(ILogger logger, string business, string reason);
}
