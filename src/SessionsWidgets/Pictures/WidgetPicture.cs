namespace SessionsWidgets;

/// <summary>A picture of a widget, as its host sent it or scaled to the size that it is shown in. Immutable and thread-safe.</summary>
public sealed class WidgetPicture
{
    private WidgetPicture(byte[] bytes, PictureHeader header)
    {
        Bytes = bytes;
        Header = header;
        ETag = EntityTag.Of(bytes);
    }

    /// <summary>The bytes of the file.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The media type, detected from the first bytes.</summary>
    public string ContentType => Header.Format.ContentType;

    /// <summary>A weak entity tag of the bytes, as sent in the <c>ETag</c> header.</summary>
    public string ETag { get; }

    internal PictureHeader Header { get; }

    /// <summary>Creates a picture from bytes; null if they are not a picture that is safe for browsers to decode.</summary>
    /// <param name="bytes">The bytes, which are not copied.</param>
    /// <param name="allowSvg">Whether the picture may be SVG.</param>
    internal static WidgetPicture? Of(byte[] bytes, bool allowSvg) =>
        PictureHeader.Read(bytes) is { IsDecodable: true } header && (allowSvg || header.Format != PictureFormat.Svg)
            ? new WidgetPicture(bytes, header)
            : null;
}
