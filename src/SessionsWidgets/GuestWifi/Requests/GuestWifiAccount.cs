namespace SessionsWidgets;

/// <summary>Whose requests they are: one account has one budget an endpoint. Immutable, compared by value.</summary>
internal sealed record GuestWifiAccount(string BaseUrl, Secret? Token, string TokenHeader, string TokenScheme)
{
    public static GuestWifiAccount Of(GuestWifiOptions options) =>
        new(options.ApiBaseUrl!.AbsoluteUri, options.AccessToken, options.TokenHeader ?? "Authorization", options.TokenScheme ?? "Bearer");
}
