using System.Globalization;
using SessionsWidgets.Samples.Sandbox.Data;

namespace SessionsWidgets.Samples.Sandbox.Endpoints;

/// <summary>The sessions of a business and of a cigar.</summary>
internal static class SessionEndpoints
{
    public const int DefaultLimit = 10;

    public const int MaxLimit = 100;

    public static void MapSessions(this IEndpointRouteBuilder routes, SessionStore store, ApiKeys keys)
    {
        routes.MapGet("/venues/{id}/sessions", (HttpContext context, string id) => Answer(context, store, keys, SessionOwner.Venue, id));
        routes.MapGet("/brands/{id}/sessions", (HttpContext context, string id) => Answer(context, store, keys, SessionOwner.Brand, id));
        routes.MapGet("/cigars/{id}/sessions", (HttpContext context, string id) => Answer(context, store, keys, SessionOwner.Cigar, id));
    }

    private static IResult Answer(HttpContext context, SessionStore store, ApiKeys keys, SessionOwner owner, string id)
    {
        string? businessType = owner switch
        {
            SessionOwner.Venue => "venue",
            SessionOwner.Brand => "brand",
            _ => null,
        };
        switch (keys.Refusal(context.Request, businessType, id))
        {
            case StatusCodes.Status401Unauthorized:
                return ApiError.Unauthorized(context.Response);
            case StatusCodes.Status403Forbidden:
                return ApiError.Forbidden();
        }

        if (!store.Exists(owner, id))
            return ApiError.NotFound($"There is no {businessType ?? "cigar"} with this id.");
        if (ReadFilter(context.Request.Query, owner, id, out IResult? error) is not { } filter)
            return error!;
        return new SessionAnswer(store.Read(filter), filter);
    }

    private static SessionFilter? ReadFilter(IQueryCollection query, SessionOwner owner, string id, out IResult? error)
    {
        var reader = new QueryReader(query);
        int limit = reader.Number("limit", DefaultLimit, 1, MaxLimit);
        int offset = reader.Number("offset", 0, 0, int.MaxValue);
        DateOnly? from = reader.Day("from");
        DateOnly? to = reader.Day("to");
        if (from > to)
            reader.Fail(
                "from", string.Create(CultureInfo.InvariantCulture, $"from ({from:yyyy-MM-dd}) must not be after to ({to:yyyy-MM-dd})."));
        // Only businesses have featured sessions; elsewhere the parameter is as unknown as any other.
        bool featuredOnly = owner != SessionOwner.Cigar && reader.Flag("featured") is true;
        error = reader.Error;
        return error is null
            ? new SessionFilter(owner, id, limit, offset, from is { } first ? Midnight(first) : null, DayAfter(to), featuredOnly)
            : null;
    }

    private static long Midnight(DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>The last day is included; after the calendar's last day there is nothing to leave out.</summary>
    private static long? DayAfter(DateOnly? day) => day is { } last && last < DateOnly.MaxValue ? Midnight(last.AddDays(1)) : null;
}
