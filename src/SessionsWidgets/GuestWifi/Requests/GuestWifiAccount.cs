namespace SessionsWidgets;

/// <summary>An API account, which has a request budget per endpoint. Immutable, compared by value.</summary>
internal sealed record GuestWifiAccount(string BaseUrl, Secret? Token, string TokenHeader, string TokenScheme)
{
    public static GuestWifiAccount Of(GuestWifiOptions options) =>
        new(options.ApiBaseUrl!.AbsoluteUri, options.AccessToken, options.TokenHeader ?? "Authorization", options.TokenScheme ?? "Bearer");
}
