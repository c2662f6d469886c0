namespace SessionsWidgets;

/// <summary>Why a widget has no data, or lacks some. Immutable and thread-safe.</summary>
/// <param name="business">The business.</param>
/// <param name="widget">The widget.</param>
/// <param name="missing">The upstreams without a response, and why; null while the response is pending.</param>
internal sealed class MissingData(
    BusinessContext business, Widget widget, IReadOnlyList<(string Upstream, ApiException? Failure)> missing)
{
    private string Pending =>
        "There was no response in time. It is still awaited: reload the page, or let pages wait longer "
        + $"({SessionsWidgetsOptions.SectionName}:{nameof(SessionsWidgetsOptions.Cache)}:{nameof(CachePolicy.PageBudget)} is "
        + $"'{business.Client.Policy.PageBudget:c}').";

    /// <summary>The causes, the settings that they depend on, and the remedies.</summary>
    public string Describe() => string.Join('\n', missing.Select(Describe).Distinct());

    /// <summary>Null if nothing is missing.</summary>
    public static MissingData? Of(BusinessContext business, Widget widget, QueryResultSet results) =>
        results.Missing is { Count: > 0 } missing ? new MissingData(business, widget, missing) : null;

    private string Describe((string Upstream, ApiException? Failure) query) => query switch
    {
        (_, null) => Pending,
        (GuestWifiService.Name, { } failure) when business.GuestWifi is { } wifi => GuestWifiDiagnosis.Of(failure, business, wifi),
        (_, { } failure) => SessionsDiagnosis.Of(failure, business, widget),
    };
}
