namespace SessionsWidgets;

/// <summary>A picture that a widget has shown. Immutable.</summary>
/// <param name="Address">Its absolute address, as it is requested.</param>
/// <param name="Business">The business whose widget it was: the short form of its hash.</param>
/// <param name="Size">The place that it is scaled to; null for the picture as its host sends it.</param>
internal sealed record PictureKey(string Address, string Business, PictureSize? Size = null)
{
    /// <summary>The hexadecimal digits of the short hash of a business.</summary>
    public const int BusinessLength = 12;

    /// <summary>The short form of the hash of a business.</summary>
    public static string ShortHash(string business) => business[..BusinessLength];
}
