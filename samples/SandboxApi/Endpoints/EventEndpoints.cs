using SessionsWidgets.Samples.Sandbox.Data;
using SessionsWidgets.Samples.Sandbox.Data.Events;

namespace SessionsWidgets.Samples.Sandbox.Endpoints;

/// <summary>The events of a business, and a way to cancel one.</summary>
internal static class EventEndpoints
{
    /// <summary>Where events are cancelled.</summary>
    public const string ControlRoot = "/_events";

    public static void MapEvents(this IEndpointRouteBuilder routes, EventStore store, BusinessGate gate)
    {
        Map("/venues/{id}/events", OwnerKind.Venue);
        Map("/brands/{id}/events", OwnerKind.Brand);
        routes.MapControl(ControlRoot).MapDelete("/{id}", (string id) =>
            store.Remove(id) ? Results.NoContent() : ApiError.NotFound("There is no event with this id."));

        void Map(string pattern, OwnerKind kind) =>
            routes.MapGet(pattern, (HttpContext context, string id) => Answer(context, store, gate, new Owner(kind, id)));
    }

    private static IResult Answer(HttpContext context, EventStore store, BusinessGate gate, Owner owner)
    {
        if (gate.Refuse(context, owner) is { } refusal)
            return refusal;
        var query = new QueryReader(context.Request.Query);
        PageWindow window = query.Window();
        EventStatus status = Status(query);
        bool featuredOnly = query.Flag("featured") is true;
        return query.Error ?? new EventAnswer(store.Read(owner, window, status, featuredOnly), window);
    }

    private static EventStatus Status(QueryReader query)
    {
        switch (query.Text("status"))
        {
            case null or "upcoming":
                return EventStatus.Upcoming;
            case "past":
                return EventStatus.Past;
            case "all":
                return EventStatus.All;
            default:
                query.Fail("status", "status must be upcoming, past or all.");
                return EventStatus.Upcoming;
        }
    }
}
