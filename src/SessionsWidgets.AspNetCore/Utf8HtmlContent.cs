using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace SessionsWidgets.AspNetCore;

/// <summary>HTML in UTF-8, written without a string of it. Immutable and thread-safe.</summary>
internal sealed class Utf8HtmlContent(ReadOnlyMemory<byte> html) : IHtmlContent
{
    private const int BufferLength = 4096;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var buffer = ArrayPool<char>.Shared.Rent(BufferLength);
        for (var rest = html.Span; rest.Length > 0;)
        {
            // Ends between two characters where the buffer is full.
            Utf8.ToUtf16(rest, buffer, out var read, out var written);
            writer.Write(buffer, 0, written);
            rest = rest[read..];
        }

        ArrayPool<char>.Shared.Return(buffer);
    }
}
