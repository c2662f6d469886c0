using System.Net;

namespace SessionsWidgets;

/// <summary>What a widget asks of an upstream. A widget lists its queries in its <see cref="WidgetPlan"/>. Immutable and
/// thread-safe.</summary>
public abstract class WidgetQuery
{
    private protected WidgetQuery()
    {
    }

    /// <summary>The sessions that a query finds. A business that upstream does not know has none.</summary>
    /// <remarks>A query that is not allowed is a <see cref="ParameterException"/> when the widget is rendered.</remarks>
    public static WidgetQuery<SessionPage> Sessions(SessionQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new SourceQuery<SessionSource.Key, SessionPage, SessionPage>(
            context =>
            {
                query.Validate(context.Today);
                return context.Business.Query(query);
            },
            static (page, _) => new QueryResult<SessionPage> { Value = page, FetchedAt = page.FetchedAt },
            static context => new SessionPage { Sessions = [], FetchedAt = context.Now });
    }

    /// <summary>How many guest sessions a query finds, as far as the number may be shown in public.</summary>
    /// <remarks>A query that is not allowed, or a business without guest Wi-Fi, is a <see cref="ParameterException"/> when the widget is
    /// rendered.</remarks>
    public static WidgetQuery<GuestCount> GuestCount(GuestSessionQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new SourceQuery<GuestCountSource.Key, GuestTotal, GuestCount>(
            context => context.GuestWifi.QueryCount(query),
            static (total, context) => new QueryResult<GuestCount>
            {
                Value = SessionsWidgets.GuestCount.Of(total.Count, context.GuestWifi.Floor),
                FetchedAt = total.FetchedAt,
            });
    }

    /// <summary>Guest sessions, for staff widgets alone (<see cref="WidgetAudience.Staff"/>).</summary>
    /// <remarks>In any other widget it is a <see cref="ParameterException"/>, as are a query that is not allowed and a business without
    /// guest Wi-Fi.</remarks>
    public static WidgetQuery<GuestSessionPage> GuestSessions(GuestSessionQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new SourceQuery<GuestSessionSource.Key, GuestSessionPage, GuestSessionPage>(
            context => context.Audience == WidgetAudience.Staff
                ? context.GuestWifi.QueryList(query)
                : throw Refused(context, "single guest sessions are for widgets whose WidgetDefinition says WidgetAudience.Staff."),
            static (page, _) => new QueryResult<GuestSessionPage> { Value = page, FetchedAt = page.FetchedAt });
    }

    /// <summary>How long the guests at these addresses have been there, in the order of the addresses; for widgets about the visitor or for
    /// staff.</summary>
    /// <remarks>In a widget for everyone it is a <see cref="ParameterException"/>, as is a business without guest Wi-Fi. Nothing of it is
    /// kept.</remarks>
    public static WidgetQuery<IReadOnlyList<GuestDuration>> GuestDurations(IEnumerable<IPAddress> addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        IPAddress[] asked = [.. addresses];
        return new SourceQuery<GuestDurationSource.Key, IReadOnlyList<GuestDuration>, IReadOnlyList<GuestDuration>>(
            context => context.IsPrivate
                ? context.GuestWifi.QueryDurations(asked)
                : throw Refused(
                    context,
                    "what is known of a guest's address is for widgets whose WidgetDefinition says WidgetAudience.Visitor or "
                    + "WidgetAudience.Staff."),
            static (durations, context) => new QueryResult<IReadOnlyList<GuestDuration>> { Value = durations, FetchedAt = context.Now });
    }

    /// <summary>How many visits began on each of the last days, today included: exact numbers, which no template may see.</summary>
    /// <param name="days">How many days.</param>
    /// <param name="sample">How many visits the average stay is taken from; 0 for none.</param>
    internal static WidgetQuery<VisitCounts> GuestVisits(int days, int sample) =>
        new SourceQuery<VisitCountsSource.Key, VisitCounts, VisitCounts>(
            context => context.GuestWifi.QueryVisits(context.Today, days, sample),
            static (visits, context) => new QueryResult<VisitCounts>
            {
                Value = visits,
                FetchedAt = visits.FetchedAt,
                // "Today" is another day then.
                FreshUntil = LocalDay.StartOf(context.Today.AddDays(1), context.Business.TimeZone),
            });

    /// <summary>Does with the query, and with those that it follows, what the pass is for.</summary>
    internal abstract Task<QueryResult> RunAsync(QueryPass pass);

    private static ParameterException Refused(WidgetContext context, string reason) => new("Audience", $"{context.Audience}", reason);
}

/// <summary>A query of a widget with the type of its value. Immutable and thread-safe.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public abstract class WidgetQuery<T> : WidgetQuery
    where T : class
{
    private protected WidgetQuery()
    {
    }

    /// <summary>A query that depends on this one's value. It has no result before this one has, so list it only where it is
    /// needed.</summary>
    /// <param name="next">What to ask next; null for nothing. Called as often as the widget is rendered, refreshed or removed.</param>
    public WidgetQuery<TNext> Then<TNext>(Func<T, WidgetQuery<TNext>?> next)
        where TNext : class
    {
        ArgumentNullException.ThrowIfNull(next);
        return new FollowingQuery<T, TNext>(this, next);
    }

    /// <summary>A plan with this query alone. Where it has no value, the fallback is shown.</summary>
    /// <param name="model">Makes the model of the value; null shows the fallback, too.</param>
    public WidgetPlan ToModel(Func<T, WidgetModel?> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new WidgetPlan([this], results => results.Get(this).Value is { } value ? model(value) : null);
    }
}
