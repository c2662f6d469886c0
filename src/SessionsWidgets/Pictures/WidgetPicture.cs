namespace SessionsWidgets;

/// <summary>A picture that a widget shows, as its host sent it or in the size of its place. Immutable and thread-safe.</summary>
public sealed class WidgetPicture
{
    private WidgetPicture(byte[] bytes, PictureHeader header)
    {
        Bytes = bytes;
        Header = header;
        ETag = EntityTag.Of(bytes);
    }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The media type, by the first bytes.</summary>
    public string ContentType => Header.Format.ContentType;

    /// <summary>A weak entity tag, as sent in the header: a hash of the bytes.</summary>
    public string ETag { get; }

    internal PictureHeader Header { get; }

    /// <summary>The picture of these bytes; null if they are none that browsers may be asked to decode.</summary>
    /// <param name="bytes">The bytes, which are not copied.</param>
    /// <param name="allowSvg">Whether it may be SVG.</param>
    internal static WidgetPicture? Of(byte[] bytes, bool allowSvg) =>
        PictureHeader.Read(bytes) is { IsDecodable: true } header && (allowSvg || header.Format != PictureFormat.Svg)
            ? new WidgetPicture(bytes, header)
            : null;
}
