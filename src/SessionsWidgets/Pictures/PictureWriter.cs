namespace SessionsWidgets;

/// <summary>Writes the addresses of the pictures of one rendering. Not thread-safe.</summary>
internal sealed class PictureWriter(PictureAddresses addresses, string business)
{
    private Dictionary<string, Uri>? _written;

    /// <summary>The address of a picture; null to show the replacement of a missing one. A relative address is the host's own.</summary>
    public string? AddressOf(Uri? picture)
    {
        if (picture is null) return null;
        if (!picture.IsAbsoluteUri) return picture.OriginalString;
        var address = addresses.Of(picture, business);
        if (address is not null && addresses.HasSizes) (_written ??= new(StringComparer.Ordinal))[address] = picture;
        return address;
    }

    /// <summary>Whether a picture comes in other sizes.</summary>
    public bool Scales(Uri? picture) => addresses.HasSizes && picture?.IsAbsoluteUri == true;

    /// <summary>The address of a picture in the size of a place.</summary>
    /// <param name="address">The address that <see cref="AddressOf(Uri?)"/> returned.</param>
    /// <param name="size">The size.</param>
    /// <returns>The address; null if the picture is not scaled.</returns>
    public string? AddressOf(string address, PictureSize size) =>
        size.IsValid && _written?.TryGetValue(address, out var picture) == true ? addresses.Of(picture, business, size) : null;
}
