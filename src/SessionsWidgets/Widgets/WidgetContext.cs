using System.Net;

namespace SessionsWidgets;

/// <summary>What a widget's model is made from: the business, the time, and the way to its sessions. Lives for one rendering; not thread-safe.</summary>
public sealed partial class WidgetContext
{
    private readonly TimeSpan _patience;
    private readonly long _started;
    private readonly TimeProvider _clock;

    internal WidgetContext(BusinessContext business, TimeProvider clock, TimeSpan patience, DateStyle dates, WidgetAudience audience = WidgetAudience.Everyone, IPAddress? visitor = null)
    {
        Business = business;
        Dates = dates;
        _audience = audience;
        Visitor = visitor;
        Now = clock.GetUtcNow();
        _clock = clock;
        _started = clock.GetTimestamp();
        _patience = patience;
    }

    /// <summary>The business that the widget is of.</summary>
    public BusinessContext Business { get; }

    /// <summary>The time for which the widget is rendered.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>How dates are written. What is only true now ("smoking now") belongs to relative dates: a page with absolute ones may be kept.</summary>
    public DateStyle Dates { get; }

    /// <summary>Today in the business's time zone.</summary>
    public DateOnly Today => LocalDay.Of(Now, Business.TimeZone);

    /// <summary>What the widget's questions are asked for.</summary>
    internal WidgetErrand Errand { get; init; }

    /// <summary>Until when what was found is fresh.</summary>
    internal DateTimeOffset FreshUntil { get; private set; } = DateTimeOffset.MaxValue;

    internal bool IsStale { get; private set; }

    /// <summary>Whether upstream does not know what was asked for.</summary>
    internal bool IsUnknown { get; private set; }

    internal ApiException? Failure { get; private set; }

    /// <summary>Whether an answer was still on its way when the page's patience ended.</summary>
    internal bool TimedOut { get; private set; }

    /// <summary>The sessions that a query finds, from the cache or from upstream; null when there is no answer within the page's budget and no last good one. Then the widget's fallback is shown.</summary>
    /// <exception cref="ParameterException">The query is not allowed.</exception>
    public async ValueTask<SessionPage?> FindSessionsAsync(SessionQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Validate(Today);
        var answer = await AskAsync(Business.Ask(query), Left, cancellationToken);
        // Nobody sees it, but the widget may have more questions whose answers are to go.
        return Errand == WidgetErrand.Remove ? new SessionPage { Sessions = [] } : TakeSessions(answer);
    }

    /// <summary>Does what the errand is.</summary>
    private async ValueTask<CacheAnswer<T>> AskAsync<TKey, T>(Question<TKey, T> question, TimeSpan patience, CancellationToken cancellationToken)
        where TKey : class
        where T : class
    {
        switch (Errand)
        {
            case WidgetErrand.Refresh:
                return await question.RefreshAsync(cancellationToken);
            case WidgetErrand.Remove:
                await question.RemoveAsync();
                return default;
            default:
                return await question.FindAsync(patience, Insists, cancellationToken);
        }
    }

    private SessionPage? TakeSessions(CacheAnswer<SessionPage> answer)
    {
        if (Take(answer) is not null || answer.Failure?.Failure != ApiFailure.NotFound) return answer.Value;
        // A business that upstream does not know (any more) has no sessions.
        IsUnknown = true;
        return new SessionPage { Sessions = [], FetchedAt = Now };
    }

    /// <summary>Notes what an answer means for the fragment.</summary>
    private T? Take<T>(CacheAnswer<T> answer)
        where T : class
    {
        Failure ??= answer.Failure;
        IsStale |= answer.IsStale;
        TimedOut |= answer.Value is null && answer.Failure is null;
        if (answer.Value is not null) LowerFreshUntil(answer.FreshUntil);
        return answer.Value;
    }

    /// <summary>Whoever has all the time in the world wants it for what is new.</summary>
    private bool Insists => _patience == Timeout.InfiniteTimeSpan;

    /// <summary>How long the page still waits.</summary>
    private TimeSpan Left
    {
        get
        {
            if (Insists) return _patience;
            var left = _patience - _clock.GetElapsedTime(_started);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Tells that what is shown changes at that time by itself.</summary>
    public void LowerFreshUntil(DateTimeOffset time)
    {
        if (time < FreshUntil) FreshUntil = time;
    }
}
