namespace SessionsWidgets;

/// <summary>A picture that a widget has shown. Immutable.</summary>
/// <param name="Address">Its absolute address, as it is requested.</param>
/// <param name="Business">The business whose widget it was: the short form of its hash.</param>
/// <param name="Size">The place that it is scaled to; null for the picture as its host sends it.</param>
internal sealed record PictureKey(string Address, string Business, PictureSize? Size = null)
{
    /// <summary>The hexadecimal digits of the short hash of a business.</summary>
    public const int BusinessLength = 12;

    /// <summary>The key of a picture; null if these rules do not let it through.</summary>
    public static PictureKey? Of(Uri picture, string business, PictureRules rules) =>
        PictureUrl.Read(picture.AbsoluteUri, rules) is { } allowed
            ? new PictureKey(allowed.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped), business)
            : null;

    /// <summary>The short form of the hash of a business.</summary>
    public static string ShortHash(string business) => business[..BusinessLength];
}
