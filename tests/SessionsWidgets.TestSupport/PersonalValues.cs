using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SessionsWidgets.TestSupport;

/// <summary>Everything that the sandbox's guest Wi-Fi knows of its guests and that nobody may be shown, from the API itself.</summary>
public static class PersonalValues
{
    private static readonly string[] OfSessions =
        ["guest_device_mac", "guest_device_ip", "access_code", "guest_id", "yas_id", "start_time_formatted"];

    /// <summary>Asks for all of them, which takes a minute's budget.</summary>
    /// <param name="api">Where the API is.</param>
    /// <param name="clock">The sandbox's clock; a minute passes on it.</param>
    public static async Task<IReadOnlySet<string>> OfAsync(Uri api, ManualClock clock)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sandbox-wifi-token");
        var values = new HashSet<string>(StringComparer.Ordinal);
        for (var page = 1; page <= 50; page++)
        {
            using var body =
                JsonDocument.Parse(await http.GetByteArrayAsync(new Uri($"{api.AbsoluteUri}/sessions?per_page=100&page={page}")));
            foreach (var session in body.RootElement.GetProperty("data").EnumerateArray())
                foreach (var name in OfSessions)
                    // The tests' own address is no guest's.
                    if (session.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text && text != "127.0.0.1")
                        values.Add(text);
        }

        using var durations = JsonDocument.Parse(await http.GetByteArrayAsync(new Uri($"{api.AbsoluteUri}/sessions/127.0.0.1,10.1.1.5")));
        foreach (var guest in durations.RootElement.EnumerateArray())
            foreach (var name in (string[])["username", "name", "email"]) values.Add(guest.GetProperty(name).GetString()!);
        clock.Advance(TimeSpan.FromMinutes(1));
        return values;
    }

    /// <summary>Those that stand in a text, in whatever case.</summary>
    public static IReadOnlyList<string> FoundIn(this IReadOnlySet<string> values, string text)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(text);
        var upper = text.ToUpperInvariant();
        return [.. values.Where(value => upper.Contains(value.ToUpperInvariant(), StringComparison.Ordinal))];
    }
}
