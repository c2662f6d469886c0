using System.Net;

namespace SessionsWidgets;

/// <content>The guest Wi-Fi. Widgets for everyone get counts that are safe to show; single sessions are for staff widgets.</content>
public sealed partial class WidgetContext
{
    private readonly WidgetAudience _audience;

    /// <summary>Whether the widget is for the visitor or the staff alone.</summary>
    internal bool IsPrivate => _audience != WidgetAudience.Everyone;

    /// <summary>Where the request came from, if the surface knows.</summary>
    internal IPAddress? Visitor { get; }

    /// <summary>The business's guest Wi-Fi.</summary>
    /// <exception cref="ParameterException">None is configured.</exception>
    internal GuestWifiContext GuestWifi => Business.GuestWifi
        ?? throw new ParameterException("GuestWifi:ApiBaseUrl", null, $"the business '{Business.BusinessId}' has no guest Wi-Fi: set it, with AccessToken and LocationId, in its section of the configuration.");

    /// <summary>How many guest sessions a query finds, as far as the number may be shown, and when that was; null when there is no answer within the page's budget and no last good one.</summary>
    /// <exception cref="ParameterException">The query is not allowed, or the business has no guest Wi-Fi.</exception>
    public async ValueTask<(GuestCount Count, DateTimeOffset AsOf)?> CountGuestsAsync(GuestSessionQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var answer = await AskAsync(GuestWifi.AskCount(query), Left, cancellationToken);
        if (Errand == WidgetErrand.Remove) return (GuestCount.Of(0, GuestWifi.Floor), Now);
        return Take(answer) is { } total ? (GuestCount.Of(total.Count, GuestWifi.Floor), total.FetchedAt) : null;
    }

    /// <summary>Guest sessions, for staff widgets alone; null when there is no answer within the page's budget and no last good one.</summary>
    /// <exception cref="ParameterException">The query is not allowed, the business has no guest Wi-Fi, or the widget is not for staff.</exception>
    public async ValueTask<GuestSessionPage?> FindGuestSessionsAsync(GuestSessionQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (_audience != WidgetAudience.Staff) throw new ParameterException("Audience", $"{_audience}", "single guest sessions are for widgets whose WidgetType says WidgetAudience.Staff.");
        var answer = await AskAsync(GuestWifi.AskList(query), Left, cancellationToken);
        return Errand == WidgetErrand.Remove ? new GuestSessionPage { Sessions = [] } : Take(answer);
    }

    internal async ValueTask<VisitCounts?> FindVisitsAsync(int days, int sample, CancellationToken cancellationToken) =>
        Take(await AskAsync(GuestWifi.AskVisits(Today, days, sample), Left, cancellationToken));

    /// <summary>How long the visitor has been on the Wi-Fi; null when there is no answer within the page's budget.</summary>
    internal async ValueTask<GuestDuration?> FindVisitorsTimeAsync(IPAddress visitor, CancellationToken cancellationToken) =>
        Take(await AskAsync(GuestWifi.AskDurations([visitor]), Left, cancellationToken))?[0];

    /// <summary>Two answers that do not wait for each other; where one is missing, the widget makes do with the other.</summary>
    internal async ValueTask<(SessionPage? Smokes, GuestTotal? Online, VisitCounts? Today)> FindActivityAsync(SessionQuery smokes, CancellationToken cancellationToken)
    {
        var patience = Left;
        var sessions = AskAsync(Business.Ask(smokes), patience, cancellationToken).AsTask();
        var (online, today) = Business.GuestWifi is { } wifi
            ? (AskAsync(wifi.AskCount(new GuestSessionQuery { Online = true }), patience, cancellationToken).AsTask(),
                AskAsync(wifi.AskVisits(Today, 1, 0), patience, cancellationToken).AsTask())
            : (null, null);
        var found = (TakeSessions(await sessions), online is null ? null : Take(await online), today is null ? null : Take(await today));
        // The missing half may come at any time.
        if (Failure is not null || TimedOut) LowerFreshUntil(Now);
        return found;
    }
}
