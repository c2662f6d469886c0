namespace SessionsWidgets;

/// <summary>Where the pictures of widgets are loaded from. Fragments with equal ones have the same addresses. Immutable and thread-safe.
/// </summary>
internal abstract record PictureAddresses
{
    /// <summary>The pictures' own addresses.</summary>
    public static PictureAddresses Direct { get; } = new DirectAddresses();

    /// <summary>Whether pictures are scaled to their places.</summary>
    public virtual bool HasSizes => false;

    /// <summary>The address that a widget writes; null to show the replacement of a missing picture.</summary>
    /// <param name="picture">Its address, absolute.</param>
    /// <param name="business">The business of the widget: the short form of its hash.</param>
    public abstract string? Of(Uri picture, string business);

    /// <summary>The address of the picture in the size of its place; null if there is none.</summary>
    public virtual string? Of(Uri picture, string business, PictureSize size) => null;

    private sealed record DirectAddresses : PictureAddresses
    {
        public override string Of(Uri picture, string business) => picture.AbsoluteUri;
    }
}

/// <summary>The addresses of pictures that the site itself serves.</summary>
/// <param name="Names">Writes their names.</param>
/// <param name="Prefix">The text before the names.</param>
/// <param name="Rules">Which pictures are let through: those that are not are not fetched either.</param>
/// <param name="HasSizes">Whether pictures are scaled.</param>
internal sealed record ProxiedAddresses(PictureNames Names, string Prefix, PictureRules Rules, bool HasSizes) : PictureAddresses
{
    public override bool HasSizes { get; } = HasSizes;

    public override string? Of(Uri picture, string business) => Of(picture, business, default(PictureSize?));

    public override string? Of(Uri picture, string business, PictureSize size) =>
        HasSizes ? Of(picture, business, (PictureSize?)size) : null;

    private string? Of(Uri picture, string business, PictureSize? size)
    {
        if (PictureKey.Of(picture, business, Rules) is not { } key) return null;
        if (Names.Write(key with { Size = size }) is { } name) return Prefix + name;
        if (size is null) Telemetry.TooLongPictures.Add(1);
        return null;
    }
}

/// <summary>No addresses: pictures are to come from the site itself, which does not serve them yet.</summary>
internal sealed record NoAddresses : PictureAddresses
{
    public static NoAddresses Instance { get; } = new();

    public override string? Of(Uri picture, string business) => null;
}
