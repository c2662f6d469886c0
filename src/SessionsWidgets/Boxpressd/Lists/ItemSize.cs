namespace SessionsWidgets;

/// <summary>The approximate size in memory of parts of items.</summary>
internal static class ItemSize
{
    /// <summary>An item without its texts and addresses.</summary>
    public const long Item = 500;

    public static long Of(string? text) => text is null ? 0 : 24 + (2 * text.Length);

    public static long Of(Uri? address) => address is null ? 0 : 150 + (2 * Of(address.OriginalString));

    public static long Of(SessionUser user) => Of(user.Id) + Of(user.DisplayName) + Of(user.AvatarUrl);

    public static long Of(SessionVenue? venue) => venue is null ? 0 : 40 + Of(venue.Id) + Of(venue.Name);
}
