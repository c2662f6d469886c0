using System.Net.Http;

namespace SessionsWidgets;

/// <summary>Reads the Retry-After header.</summary>
internal static class RetryAfter
{
    /// <summary>The default for a missing or invalid value: 60 seconds.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(60);

    private const string Header = "Retry-After";

    public static bool IsGiven(HttpResponseMessage response) => response.Headers.Contains(Header);

    /// <summary>The time to wait; a date counts from the Date of the response, to tolerate clock skew. See <see cref="Default"/>.</summary>
    public static TimeSpan Read(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - (response.Headers.Date ?? now)) ?? Default;
        return Backoff.Clamp(wait);
    }
}
