using SessionsWidgets.Sandbox.Answers;
using SessionsWidgets.Sandbox.Data;
using SessionsWidgets.Sandbox.Data.Events;

namespace SessionsWidgets.Sandbox.Endpoints;

/// <summary>The events of a business, and a way to cancel one.</summary>
internal static class EventEndpoints
{
    /// <summary>Where events are canceled.</summary>
    public const string ControlRoot = "/_events";

    public static void MapEvents(this IEndpointRouteBuilder routes, EventStore store, BusinessGate gate)
    {
        Map("/venues/{id}/events", OwnerKind.Venue);
        Map("/brands/{id}/events", OwnerKind.Brand);
        routes.MapControl(ControlRoot).MapDelete("/{id}", (string id) =>
            store.Remove(id) ? Results.NoContent() : ApiError.NotFound("There is no event with this id."));

        void Map(string pattern, OwnerKind kind) =>
            routes.MapGet(pattern, (HttpContext context, string id) =>
                gate.Answer(context, new Owner(kind, id), (owner, query) => EventAnswer.Read(store, owner, query)));
    }
}
