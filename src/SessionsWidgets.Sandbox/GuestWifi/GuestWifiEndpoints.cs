using System.Net;
using SessionsWidgets.Sandbox.Answers.GuestWifi;
using SessionsWidgets.Sandbox.Data.GuestWifi;
using SessionsWidgets.Sandbox.Endpoints;

namespace SessionsWidgets.Sandbox.GuestWifi;

/// <summary>The three endpoints of the guest Wi-Fi API.</summary>
internal static class GuestWifiEndpoints
{
    private const int MostAddresses = 100;

    public static void MapGuestWifi(
        this IEndpointRouteBuilder routes, SandboxGuestWifi options, GuestSessionStore store, bool anyLocation, TimeProvider clock)
    {
        RouteGroupBuilder group = routes.MapGroup(options.Path);
        group.MapGet("/sessions", (HttpRequest request) => JsonResult.Of(
                request.Query, query => GuestAnswer.Page(store, query, anyLocation, LinkPath(request, options))))
            .AddEndpointFilter(new GuestWifiGate(options, clock));
        group.MapGet("/sessions/count", (HttpRequest request) => JsonResult.Of(
                request.Query, query => GuestAnswer.Count(store, query, anyLocation)))
            .AddEndpointFilter(new GuestWifiGate(options, clock));
        group.MapGet("/sessions/{addresses}", (string addresses) => Durations(addresses, store))
            .AddEndpointFilter(new GuestWifiGate(options, clock));
    }

    private static string LinkPath(HttpRequest request, SandboxGuestWifi options) =>
        (options.LinkBase ?? $"{request.Scheme}://{request.Host}{options.Path}") + "/sessions";

    private static IResult Durations(string addresses, GuestSessionStore store)
    {
        string[] asked = addresses.Split(',');
        if (asked.Length > MostAddresses)
            return ApiError.BadParameter("ip", $"ip may list {MostAddresses} addresses.");
        foreach (string address in asked)
        {
            if (!IPAddress.TryParse(address, out _))
                return ApiError.BadParameter("ip", $"ip must be addresses separated by commas; '{address}' is none.");
        }

        if (asked.Length > 1)
            return new JsonResult(GuestAnswer.Durations(store, asked));
        return GuestAnswer.Duration(store, asked[0]) is { } duration
            ? new JsonResult(duration)
            : ApiError.NotFound("Nobody was online with this address.");
    }
}
