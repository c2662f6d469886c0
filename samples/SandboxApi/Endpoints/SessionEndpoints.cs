using SessionsWidgets.Samples.Sandbox.Data;

namespace SessionsWidgets.Samples.Sandbox.Endpoints;

/// <summary>The sessions of a business and of a cigar.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes, SessionStore store, BusinessGate gate)
    {
        Map("/venues/{id}/sessions", OwnerKind.Venue);
        Map("/brands/{id}/sessions", OwnerKind.Brand);
        Map("/cigars/{id}/sessions", OwnerKind.Cigar);

        void Map(string pattern, OwnerKind kind) =>
            routes.MapGet(pattern, (HttpContext context, string id) => Answer(context, store, gate, new Owner(kind, id)));
    }

    private static IResult Answer(HttpContext context, SessionStore store, BusinessGate gate, Owner owner)
    {
        if (gate.Refuse(context, owner) is { } refusal)
            return refusal;
        var query = new QueryReader(context.Request.Query);
        PageWindow window = query.Window();

        // Only businesses have featured sessions; elsewhere the parameter is as unknown as any other.
        bool featuredOnly = owner.Kind != OwnerKind.Cigar && query.Flag("featured") is true;
        return query.Error ?? new SessionAnswer(store.Read(owner, window, featuredOnly), window);
    }
}
