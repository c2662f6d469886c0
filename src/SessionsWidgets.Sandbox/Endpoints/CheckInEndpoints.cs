using SessionsWidgets.Sandbox.Answers;
using SessionsWidgets.Sandbox.Data;
using SessionsWidgets.Sandbox.Data.CheckIns;

namespace SessionsWidgets.Sandbox.Endpoints;

/// <summary>The check-ins at a venue; brands have none, and no such path.</summary>
internal static class CheckInEndpoints
{
    public static void MapCheckIns(this IEndpointRouteBuilder routes, CheckInStore store, BusinessGate gate) =>
        routes.MapGet("/venues/{id}/checkins", (HttpContext context, string id) =>
            gate.Answer(context, new Owner(OwnerKind.Venue, id), (venue, query) => CheckInAnswer.Read(store, venue, query)));
}
