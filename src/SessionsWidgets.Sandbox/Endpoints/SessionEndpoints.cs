using SessionsWidgets.Sandbox.Answers;
using SessionsWidgets.Sandbox.Data;

namespace SessionsWidgets.Sandbox.Endpoints;

/// <summary>The sessions of a business and of a cigar.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes, SessionStore store, BusinessGate gate)
    {
        Map("/venues/{id}/sessions", OwnerKind.Venue);
        Map("/brands/{id}/sessions", OwnerKind.Brand);
        Map("/cigars/{id}/sessions", OwnerKind.Cigar);

        void Map(string pattern, OwnerKind kind) =>
            routes.MapGet(pattern, (HttpContext context, string id) =>
                gate.Answer(context, new Owner(kind, id), (owner, query) => SessionAnswer.Read(store, owner, query)));
    }
}
