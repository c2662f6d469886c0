namespace SessionsWidgets.Cli.Build.Pictures;

/// <summary>
/// The addresses of pictures as files beside the pages, for one rendering. Of pictures that are not fetched yet there is none: they are
/// noted, and the widget is rendered again.
/// </summary>
/// <param name="Pictures">The pictures of the site.</param>
/// <param name="Prefix">What leads from the page to the output folder.</param>
/// <param name="IsLocalApi">Whether the API of the business may be on this machine.</param>
/// <param name="Known">The pictures that are fetched.</param>
internal sealed record FileAddresses(
    SitePictures Pictures, string Prefix, bool IsLocalApi, IReadOnlyDictionary<PictureKey, SitePicture> Known) : PictureAddresses
{
    /// <summary>The pictures that were asked for and are not known.</summary>
    public HashSet<PictureKey> Missing { get; } = [];

    public override string? Of(Uri picture, string business)
    {
        if (Pictures.KeyOf(picture, business, IsLocalApi) is not { } key) return null;
        if (Known.TryGetValue(key, out var known)) return known.Name is { } name ? Prefix + name : null;
        Missing.Add(key);
        return null;
    }
}
