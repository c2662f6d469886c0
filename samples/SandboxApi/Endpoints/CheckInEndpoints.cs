using SessionsWidgets.Samples.Sandbox.Data;
using SessionsWidgets.Samples.Sandbox.Data.CheckIns;

namespace SessionsWidgets.Samples.Sandbox.Endpoints;

/// <summary>The check-ins at a venue; brands have none, and no such path.</summary>
internal static class CheckInEndpoints
{
    public static void MapCheckIns(this IEndpointRouteBuilder routes, CheckInStore store, BusinessGate gate) =>
        routes.MapGet("/venues/{id}/checkins", (HttpContext context, string id) =>
        {
            if (gate.Refuse(context, new Owner(OwnerKind.Venue, id)) is { } refusal)
                return refusal;
            var query = new QueryReader(context.Request.Query);
            PageWindow window = query.Window();
            return query.Error ?? new CheckInAnswer(store.Read(id, window), window);
        });
}
