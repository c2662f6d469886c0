using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>Fetches the data of widgets at startup and whenever it expires.</summary>
internal sealed partial class WidgetWarmer(
    IEnumerable<WarmupEntry> widgets, WidgetRenderer renderer, BusinessDirectory businesses, SessionsClient client)
    : BackgroundService
{
    /// <summary>The pause after a failure. Upstream is asked less often while it is backing off.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(widgets.Select(w => KeepWarmAsync(w, stoppingToken)));

    private async Task KeepWarmAsync(WarmupEntry warm, CancellationToken cancellationToken)
    {
        // Do not delay the start of the host.
        await Task.Yield();
        string? logged = null;
        while (true)
        {
            var left = TimeSpan.Zero;
            try
            {
                var business = await businesses.GetAsync(warm.Business, cancellationToken);
                left = await renderer.WarmAsync(business, warm.Widget, cancellationToken) - client.Clock.GetUtcNow();
                logged = null;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // The business cannot be found. Upstream failures do not throw.
                if (logged != e.Message) CannotWarm(client.Logger, warm.Business ?? "the default one", e.Message);
                logged = e.Message;
            }

            await Task.Delay(Delay(left), client.Clock, cancellationToken);
        }
    }

    /// <summary>The time until the data expires; the pause if it has, and at most the usual freshness.</summary>
    private TimeSpan Delay(TimeSpan left)
    {
        var usual = client.Policy.FreshFor;
        return left > usual ? usual : left > TimeSpan.Zero ? left : Pause < usual ? Pause : usual;
    }

    [LoggerMessage(202, LogLevel.Error, "Cannot keep a widget of the business '{Business}' warm: {Reason}", EventName = "widget.cold")]
    private static partial void CannotWarm(ILogger logger, string business, string reason);
}
