using System.Buffers;

namespace SessionsWidgets;

/// <summary>Writes the content lines of RFC 5545: escaped, folded, and each ended by CRLF. Not thread-safe.</summary>
/// <remarks>No value can end its line: line breaks are escaped, and control characters left out.</remarks>
internal sealed class CalendarWriter
{
    /// <summary>The longest line, without its end.</summary>
    private const int MaxOctets = 75;

    private readonly ArrayBufferWriter<byte> _output = new(4096);

    /// <summary>The text so far, in UTF-8.</summary>
    public ReadOnlySpan<byte> Written => _output.WrittenSpan;

    /// <summary>Writes a property whose value is not free text: a date, an address, a name of the standard.</summary>
    public void Write(string property, string value) => WriteLine($"{property}:{value}");

    /// <summary>Writes a text on one line; nothing if it is null.</summary>
    public void WriteText(string property, string? text) => WriteText(property, text, " ");

    /// <summary>Writes a text that may have several lines; nothing if it is null.</summary>
    public void WriteLines(string property, string? text) => WriteText(property, text, "\\n");

    private void WriteText(string property, string? text, string lineBreak)
    {
        if (text is null) return;
        var line = new StringBuilder(property, property.Length + 1 + text.Length).Append(':');
        var last = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\\' or ';' or ',') line.Append('\\').Append((char)rune.Value);
            else if (IsLineBreak(rune)) line.Append(rune.Value == '\n' && last.Value == '\r' ? "" : lineBreak);
            else if (rune.Value == '\t' || !Rune.IsControl(rune)) line.Append(rune);
            last = rune;
        }

        WriteLine(line.ToString());
    }

    /// <summary>Characters that programs treat as the end of a line, besides those of the standard.</summary>
    private static bool IsLineBreak(Rune rune) => rune.Value is (>= '\n' and <= '\r') or 0x85 or 0x2028 or 0x2029;

    /// <summary>Writes a line, folded between characters: not all programs join the bytes of lines before they decode them.</summary>
    private void WriteLine(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                _output.Write("\r\n "u8);
                octets = 1;
            }

            octets += rune.EncodeToUtf8(_output.GetSpan(4));
            _output.Advance(rune.Utf8SequenceLength);
        }

        _output.Write("\r\n"u8);
    }
}
