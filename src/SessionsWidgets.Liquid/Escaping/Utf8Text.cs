using System.Text;
using System.Text.Unicode;

namespace SessionsWidgets.Liquid;

/// <summary>Turns UTF-16 into UTF-8 on the way out; half a surrogate pair becomes U+FFFD.</summary>
internal static class Utf8Text
{
    private const int Portion = 1024;

    public static void Write(Utf8Output output, ReadOnlySpan<char> text)
    {
        while (text.Length > Portion)
        {
            var length = char.IsHighSurrogate(text[Portion - 1]) ? Portion - 1 : Portion;
            Copy(output, text[..length]);
            text = text[length..];
        }

        Copy(output, text);
    }

    private static void Copy(Utf8Output output, ReadOnlySpan<char> text)
    {
        if (!output.TryRoom(text.Length * 3, out var room)) room = output.Room(Encoding.UTF8.GetByteCount(text));
        Utf8.FromUtf16(text, room, out _, out var written);
        output.Advance(written);
    }
}
