using System.Net;

namespace SessionsWidgets;

/// <summary>A query of a widget, which its <see cref="WidgetPlan"/> lists. Immutable and thread-safe.</summary>
public abstract class WidgetQuery
{
    private protected WidgetQuery()
    {
    }

    /// <summary>Creates a query for sessions. For a business that upstream does not know, the result is empty.</summary>
    /// <param name="query">The query.</param>
    /// <remarks>Rendering throws a <see cref="ParameterException"/> if the query is not allowed.</remarks>
    public static WidgetQuery<SessionPage> Sessions(SessionQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return List(static api => api.Sessions, query);
    }

    /// <summary>Creates a query for events. The widget is rendered again when one of the events ends. For a business that upstream does not
    /// know, the result is empty.</summary>
    /// <param name="query">The query.</param>
    /// <remarks>Rendering throws a <see cref="ParameterException"/> if the query is not allowed.</remarks>
    public static WidgetQuery<EventPage> Events(EventQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return List(static api => api.Events, query);
    }

    /// <summary>Creates a query for the check-ins at a venue. For a business that upstream does not know, the result is empty.</summary>
    /// <param name="query">The query.</param>
    /// <remarks>Rendering throws a <see cref="ParameterException"/> if the query is not allowed or the business is a brand.</remarks>
    public static WidgetQuery<CheckInPage> CheckIns(CheckInQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return List(static api => api.CheckIns, query);
    }

    /// <summary>Creates a query that counts guest sessions. Counts below <see cref="GuestWifiOptions.Floor"/> are not exact.</summary>
    /// <param name="query">The query.</param>
    /// <remarks>Rendering throws a <see cref="ParameterException"/> if the query is not allowed or the business has no guest
    /// Wi-Fi.</remarks>
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

    /// <summary>Creates a query for guest sessions, for widgets with <see cref="WidgetAudience.Staff"/>.</summary>
    /// <param name="query">The query.</param>
    /// <remarks>Rendering throws a <see cref="ParameterException"/> if the widget has another audience, the query is not allowed, or the
    /// business has no guest Wi-Fi.</remarks>
    public static WidgetQuery<GuestSessionPage> GuestSessions(GuestSessionQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new SourceQuery<GuestSessionSource.Key, GuestSessionPage, GuestSessionPage>(
            context => context.Audience == WidgetAudience.Staff
                ? context.GuestWifi.QueryList(query)
                : throw Refused(context, "guest sessions need a WidgetDefinition with WidgetAudience.Staff."),
            static (page, context) => new QueryResult<GuestSessionPage>
            {
                Value = page.In(context.Business.TimeZone), FetchedAt = page.FetchedAt,
            });
    }

    /// <summary>Creates a query for the time online of guests, for widgets with <see cref="WidgetAudience.Visitor"/> or
    /// <see cref="WidgetAudience.Staff"/>. Never cached.</summary>
    /// <param name="addresses">The IP addresses of the guests. The durations are in the same order.</param>
    /// <remarks>Rendering throws a <see cref="ParameterException"/> if the widget is for everyone or the business has no guest
    /// Wi-Fi.</remarks>
    public static WidgetQuery<IReadOnlyList<GuestDuration>> GuestDurations(IEnumerable<IPAddress> addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        IPAddress[] copy = [.. addresses];
        return new SourceQuery<GuestDurationSource.Key, IReadOnlyList<GuestDuration>, IReadOnlyList<GuestDuration>>(
            context => context.IsPrivate
                ? context.GuestWifi.QueryDurations(copy)
                : throw Refused(
                    context,
                    "guest durations need a WidgetDefinition with WidgetAudience.Visitor or WidgetAudience.Staff."),
            static (durations, context) => new QueryResult<IReadOnlyList<GuestDuration>> { Value = durations, FetchedAt = context.Time });
    }

    /// <summary>Creates a query that counts the visits on the last days, including today: exact numbers, which templates must not
    /// see.</summary>
    /// <param name="days">The number of days.</param>
    /// <param name="sample">The number of visits for the average stay; 0 for none.</param>
    internal static WidgetQuery<VisitCounts> GuestVisits(int days, int sample) =>
        new SourceQuery<VisitCountsSource.Key, VisitCounts, VisitCounts>(
            context => context.GuestWifi.QueryVisits(context.Today, days, sample),
            static (visits, context) => new QueryResult<VisitCounts>
            {
                Value = visits,
                FetchedAt = visits.FetchedAt,
                // "Today" ends at midnight.
                FreshUntil = LocalDay.StartOf(context.Today.AddDays(1), context.Business.TimeZone),
            });

    /// <summary>Runs the query and those that it depends on.</summary>
    internal abstract Task<QueryResult> RunAsync(QueryRunner pass);

    private static SourceQuery<BusinessKey<TQuery>, TPage, TPage> List<TQuery, TItem, TPage>(
        Func<BoxpressdService, ListSource<TQuery, TItem, TPage>> source, TQuery query)
        where TQuery : ListQuery
        where TItem : class
        where TPage : ResultPage => new(
            context =>
            {
                query.Validate(context.Today);
                query.ValidateFor(context.Business.BusinessType);
                return context.Business.Query(source(context.Business.Api), query);
            },
            (cached, context) =>
            {
                var page = source(context.Business.Api).Kind.Show(cached, query, context.Business.TimeZone, context.Time);
                return new QueryResult<TPage>
                {
                    Value = page, FetchedAt = page.FetchedAt, FreshUntil = page.ValidUntil, ValidUntil = page.ValidUntil,
                };
            },
            context => source(context.Business.Api).Kind.ToPage([]) with { FetchedAt = context.Time });

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

    /// <summary>Creates a query that depends on the value of this one and runs after it.</summary>
    /// <typeparam name="TNext">The type of the next value.</typeparam>
    /// <param name="next">Creates the next query; null for none. It must depend only on the value.</param>
    public WidgetQuery<TNext> Then<TNext>(Func<T, WidgetQuery<TNext>?> next)
        where TNext : class
    {
        ArgumentNullException.ThrowIfNull(next);
        return new DependentQuery<T, TNext>(this, next);
    }

    /// <summary>Creates a plan with this query alone. Without a value, the fallback content is shown.</summary>
    /// <param name="model">Creates the model. Null shows the fallback content.</param>
    public WidgetPlan ToModel(Func<T, WidgetModel?> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new WidgetPlan([this], results => results.Get(this).Value is { } value ? model(value) : null);
    }
}
