using System.Globalization;

namespace SessionsWidgets.TestSupport;

/// <summary>Makes answers of the sessions API for tests.</summary>
public static class Sessions
{
    public static string Page(params IEnumerable<string> items)
    {
        var list = items.ToList();
        return string.Create(CultureInfo.InvariantCulture, $$$"""{"data":[{{{string.Join(',', list)}}}],"meta":{"count":{{{list.Count}}}}}""");
    }

    /// <summary>A session with what is required, and more fields as JSON.</summary>
    public static string Item(string id, string createdAt = "2026-07-18T23:12:00.000Z", string? more = null) =>
        $$"""{"id":"{{id}}","createdAt":"{{createdAt}}","user":{"displayName":"Jo Example"}""" + (more is null ? "}" : $",{more}}}");
}
