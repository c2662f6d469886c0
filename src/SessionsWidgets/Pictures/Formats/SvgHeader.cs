namespace SessionsWidgets;

/// <summary>Recognizes SVG in UTF-8: an element of that name, after nothing but a declaration, comments and a document type.</summary>
internal static class SvgHeader
{
    private static readonly byte[] WhiteSpace = " \t\r\n"u8.ToArray();

    public static bool IsSvg(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        while (true)
        {
            bytes = bytes.TrimStart(WhiteSpace);
            if (bytes.StartsWith("<svg"u8)) return bytes.Length > 4 && (bytes[4] == '>' || WhiteSpace.Contains(bytes[4]));
            var end = bytes.StartsWith("<!--"u8) ? "-->"u8
                : bytes.StartsWith("<?"u8) ? "?>"u8
                : bytes.StartsWith("<!DOCTYPE svg"u8) ? ">"u8
                : default;
            var index = end.IsEmpty ? -1 : bytes.IndexOf(end);
            if (index < 0) return false;
            bytes = bytes[(index + end.Length)..];
        }
    }
}
