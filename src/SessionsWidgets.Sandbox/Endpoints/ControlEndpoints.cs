using System.Net;

namespace SessionsWidgets.Sandbox.Endpoints;

/// <summary>
/// What steers a sandbox that runs alone: from this machine only, without a key. Such requests meet no fault and are not recorded.
/// </summary>
internal static class ControlEndpoints
{
    /// <summary>Whether a path steers the sandbox rather than being of its APIs.</summary>
    public static bool IsControl(PathString path) =>
        path.StartsWithSegments(FaultEndpoints.Root, StringComparison.Ordinal)
        || path.StartsWithSegments(EventEndpoints.ControlRoot, StringComparison.Ordinal);

    /// <summary>A group of such endpoints.</summary>
    public static RouteGroupBuilder MapControl(this IEndpointRouteBuilder routes, string root) =>
        routes.MapGroup(root).AddEndpointFilter(async (invocation, next) =>
            invocation.HttpContext.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
                ? await next(invocation)
                : ApiError.Forbidden());
}
