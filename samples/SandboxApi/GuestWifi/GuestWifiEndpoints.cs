using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SessionsWidgets.Samples.Sandbox.Endpoints;

namespace SessionsWidgets.Samples.Sandbox.GuestWifi;

/// <summary>The three endpoints of the guest Wi-Fi API.</summary>
internal static class GuestWifiEndpoints
{
    private const int DefaultPerPage = 10;
    private const int MaxPerPage = 100;
    private const int MostAddresses = 100;

    public static void MapGuestWifi(
        this IEndpointRouteBuilder routes, GuestWifiOptions options, GuestSessionStore store, TimeProvider clock)
    {
        RouteGroupBuilder group = routes.MapGroup(options.Path);
        group.MapGet("/sessions", (HttpRequest request) => List(request, options, store))
            .AddEndpointFilter(new GuestWifiGate(options, clock));
        group.MapGet("/sessions/count", (HttpRequest request) => Count(request, store))
            .AddEndpointFilter(new GuestWifiGate(options, clock));
        group.MapGet("/sessions/{addresses}", (string addresses) => Durations(addresses, store))
            .AddEndpointFilter(new GuestWifiGate(options, clock));
    }

    private static IResult List(HttpRequest request, GuestWifiOptions options, GuestSessionStore store)
    {
        var query = new QueryReader(request.Query);
        GuestSessionFilter filter = GuestSessionFilter.Read(query);
        int perPage = query.Number("per_page", DefaultPerPage, 1, MaxPerPage);
        int page = query.Number("page", 1, 1, int.MaxValue);
        if (query.Error is not null)
            return query.Error;

        // One more than the page holds tells whether there is a next one: the API knows no total.
        long offset = (page - 1L) * perPage;
        IReadOnlyList<GuestSessionJson> found = store.Read(filter, perPage + 1, offset);
        GuestSessionJson[] data = [.. found.Take(perPage)];
        string path = (options.LinkBase ?? $"{request.Scheme}://{request.Host}{options.Path}") + "/sessions";
        return Answer(
            new GuestPage(
                data,
                new GuestPageLinks(
                    Link(path, 1), null, page > 1 ? Link(path, page - 1) : null, found.Count > perPage ? Link(path, page + 1) : null),
                new GuestPageMeta(
                    page, data.Length == 0 ? null : (int)offset + 1, path, perPage, data.Length == 0 ? null : (int)offset + data.Length)),
            GuestWifiJson.Answers.GuestPage);
    }

    private static IResult Count(HttpRequest request, GuestSessionStore store)
    {
        var query = new QueryReader(request.Query);
        GuestSessionFilter filter = GuestSessionFilter.Read(query);

        // An order, which a count does not have: it is read and changes nothing.
        _ = query.Flag("last_session_first");
        return query.Error ?? Answer(new GuestCount(store.Count(filter)), GuestWifiJson.Answers.GuestCount);
    }

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
        {
            GuestDuration[] known = [.. asked.Distinct().Select(store.Duration).OfType<GuestDuration>()];
            return Answer(known, GuestWifiJson.Answers.IReadOnlyListGuestDuration);
        }

        return store.Duration(asked[0]) is { } duration
            ? Answer(duration, GuestWifiJson.Answers.GuestDuration)
            : ApiError.NotFound("Nobody was online with this address.");
    }

    /// <summary>A link as documented: the page alone, without the filters.</summary>
    private static string Link(string path, int page) => string.Create(CultureInfo.InvariantCulture, $"{path}?page={page}");

    private static Body<T> Answer<T>(T value, JsonTypeInfo<T> type) => new(value, type);

    private sealed class Body<T>(T value, JsonTypeInfo<T> type) : JsonAnswer
    {
        protected override void Write(Utf8JsonWriter json, string baseUrl) => JsonSerializer.Serialize(json, value, type);
    }
}
