using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SessionsWidgets.Sandbox.Data.GuestWifi;

namespace SessionsWidgets.Sandbox.Answers.GuestWifi;

/// <summary>The answers of the guest Wi-Fi API.</summary>
internal static class GuestAnswer
{
    private const int DefaultPerPage = 10;
    private const int MaxPerPage = 100;

    /// <summary>A page of guest sessions.</summary>
    /// <param name="store">The sessions.</param>
    /// <param name="query">The filters and the page.</param>
    /// <param name="anyLocation"><inheritdoc cref="GuestSessionFilter.Read" path="/param[@name='anyLocation']" /></param>
    /// <param name="path">What links begin with.</param>
    public static JsonAnswer Page(GuestSessionStore store, QueryReader query, bool anyLocation, string path)
    {
        GuestSessionFilter filter = GuestSessionFilter.Read(query, anyLocation);
        int perPage = query.Number("per_page", DefaultPerPage, 1, MaxPerPage);
        int page = query.Number("page", 1, 1, int.MaxValue);

        // One more than the page holds tells whether there is a next one: the API knows no total.
        long offset = (page - 1L) * perPage;
        IReadOnlyList<GuestSessionJson> found = store.Read(filter, perPage + 1, offset);
        GuestSessionJson[] data = [.. found.Take(perPage)];
        return new Body<GuestPage>(
            new GuestPage(
                data,
                new GuestPageLinks(
                    Link(path, 1), null, page > 1 ? Link(path, page - 1) : null, found.Count > perPage ? Link(path, page + 1) : null),
                new GuestPageMeta(
                    page, data.Length == 0 ? null : (int)offset + 1, path, perPage, data.Length == 0 ? null : (int)offset + data.Length)),
            GuestWifiJson.Default.GuestPage);
    }

    /// <summary>How many guest sessions there are.</summary>
    public static JsonAnswer Count(GuestSessionStore store, QueryReader query, bool anyLocation)
    {
        GuestSessionFilter filter = GuestSessionFilter.Read(query, anyLocation);

        // An order, which a count does not have: it is read and changes nothing.
        _ = query.Flag("last_session_first");
        return new Body<GuestSessionCount>(new GuestSessionCount(store.Count(filter)), GuestWifiJson.Default.GuestSessionCount);
    }

    /// <summary>The last session at one address, or null if nobody had it.</summary>
    public static JsonAnswer? Duration(GuestSessionStore store, string address) =>
        store.Duration(address) is { } duration ? new Body<AddressDuration>(duration, GuestWifiJson.Default.AddressDuration) : null;

    /// <summary>The last sessions at several addresses, of those that somebody had.</summary>
    public static JsonAnswer Durations(GuestSessionStore store, IEnumerable<string> addresses) => new Body<AddressDuration[]>(
        [.. addresses.Distinct().Select(store.Duration).OfType<AddressDuration>()],
        GuestWifiJson.Default.AddressDurationArray);

    /// <summary>A link as documented: the page alone, without the filters.</summary>
    private static string Link(string path, int page) => string.Create(CultureInfo.InvariantCulture, $"{path}?page={page}");

    private sealed class Body<T>(T value, JsonTypeInfo<T> type) : JsonAnswer
    {
        protected override void Write(Utf8JsonWriter json, string? baseUrl) => JsonSerializer.Serialize(json, value, type);
    }
}
