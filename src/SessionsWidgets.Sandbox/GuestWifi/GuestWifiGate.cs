using System.Globalization;
using SessionsWidgets.Sandbox.Endpoints;

namespace SessionsWidgets.Sandbox.GuestWifi;

/// <summary>What stands before each endpoint: the token, then the endpoint's own limit of requests. Thread-safe.</summary>
internal sealed class GuestWifiGate(SandboxGuestWifi options, TimeProvider clock) : IEndpointFilter
{
    private readonly RateWindow _window = new(options.RequestsAMinute, clock);

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        if (!HasToken(http.Request))
            return ValueTask.FromResult<object?>(ApiError.Unauthorized(http.Response));
        if (_window.TryTake(out TimeSpan wait))
            return next(context);
        http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.FromResult<object?>(
            new ApiError(
                "too_many_requests",
                string.Create(CultureInfo.InvariantCulture, $"This endpoint takes {options.RequestsAMinute} requests a minute."))
                .As(StatusCodes.Status429TooManyRequests));
    }

    private bool HasToken(HttpRequest request)
    {
        string given = request.Headers[options.Header].ToString();
        if (options.Scheme is null)
            return string.Equals(given, options.AccessToken, StringComparison.Ordinal);
        int space = given.IndexOf(' ', StringComparison.Ordinal);
        return space > 0
            && given.AsSpan(0, space).Equals(options.Scheme, StringComparison.OrdinalIgnoreCase)
            && given.AsSpan(space + 1).Trim().SequenceEqual(options.AccessToken);
    }
}
