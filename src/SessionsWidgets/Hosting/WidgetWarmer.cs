using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>Fetches the answers of named widgets when the host starts and whenever they are no longer fresh.</summary>
internal sealed partial class WidgetWarmer(
    IEnumerable<WarmWidget> widgets, WidgetRenderer renderer, BusinessDirectory businesses, SessionsClient client)
    : BackgroundService
{
    /// <summary>How long to wait after a failure. Upstream is not asked as often as that: its retry windows are kept.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Each widget for itself: one whose upstream hangs does not keep the others cold.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(widgets.Select(w => KeepWarmAsync(w, stoppingToken)));

    private async Task KeepWarmAsync(WarmWidget warm, CancellationToken cancellationToken)
    {
        // The host does not wait for it.
        await Task.Yield();
        string? told = null;
        while (true)
        {
            var left = TimeSpan.Zero;
            try
            {
                var business = await businesses.GetAsync(warm.Business, cancellationToken);
                left = await renderer.WarmAsync(business, warm.Widget, cancellationToken) - client.Clock.GetUtcNow();
                told = null;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // A business that cannot be found. Upstream's failures do not come here.
                if (told != e.Message) CannotWarm(client.Logger, warm.Business ?? "the default one", e.Message);
                told = e.Message;
            }

            await Task.Delay(Within(left), client.Clock, cancellationToken);
        }
    }

    /// <summary>Until the answers are no longer fresh; a moment when they are not even now, and never longer than their usual
    /// freshness.</summary>
    private TimeSpan Within(TimeSpan left)
    {
        var usual = client.Policy.FreshFor;
        return left > usual ? usual : left > TimeSpan.Zero ? left : Pause < usual ? Pause : usual;
    }

    [LoggerMessage(202, LogLevel.Error, "A widget of the business '{Business}' cannot be kept warm: {Reason}", EventName = "widget.cold")]
    private static partial void CannotWarm(ILogger logger, string business, string reason);
}
