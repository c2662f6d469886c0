using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>URL encoding and Base64.</summary>
internal static class CodingFilters
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Register(FilterTable table)
    {
        table.Add("url_encode", 0, 0, static (in input, in _, context) =>
            input.IsNil ? LiquidValue.Nil : UrlEncode(Plain(input, context), context));
        table.Add("url_decode", 0, 0, static (in input, in _, context) =>
            input.IsNil ? LiquidValue.Nil : UrlDecode(TextFilters.Charged(input, context), context));
        table.Add("base64_encode", 0, 0, static (in input, in _, context) => Encode(Plain(input, context), context));
        table.Add("base64_url_safe_encode", 0, 0, static (in input, in _, context) =>
            Encode(Plain(input, context), context).Replace('+', '-').Replace('/', '_'));
        table.Add("base64_decode", 0, 0, static (in input, in _, context) =>
            Decode(TextFilters.Charged(input, context), "base64_decode", context));
        table.Add("base64_url_safe_decode", 0, 0, static (in input, in _, context) =>
            Decode(FromUrlSafe(TextFilters.Charged(input, context)), "base64_url_safe_decode", context));
    }

    /// <summary>The text itself, also where it was escaped: another encoding takes the place of that one.</summary>
    private static string Plain(in LiquidValue input, LiquidRenderContext context) =>
        HtmlDecoder.Decode(TextFilters.Charged(input, context), input.IsHtml && context.IsHtml);

    private static string Encode(string text, LiquidRenderContext context)
    {
        context.Charge(8L * text.Length);
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Only text without any padding has it added: half a padding is an error.</summary>
    private static string FromUrlSafe(string text)
    {
        var standard = text.Replace('-', '+').Replace('_', '/');
        return standard.Length % 4 == 0 || standard.EndsWith('=') ? standard : standard.PadRight((standard.Length + 3) & ~3, '=');
    }

    private static string Decode(string text, string filter, LiquidRenderContext context)
    {
        // Convert takes white space, which the language does not.
        var buffer = new byte[(text.Length / 4 * 3) + 3];
        if (text.AsSpan().ContainsAny(Characters.WhiteSpace) || !Convert.TryFromBase64String(text, buffer, out var length) ||
            !IsExact(text, buffer.AsSpan(0, length)))
            throw context.Error($"Invalid Base64 given to '{filter}'.");
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    /// <summary>Whether the bits that the last group does not use are zero.</summary>
    private static bool IsExact(string text, ReadOnlySpan<byte> bytes) =>
        !text.EndsWith('=') || text.EndsWith(Convert.ToBase64String(bytes[^(bytes.Length % 3)..]), StringComparison.Ordinal);

    private static string UrlEncode(string text, LiquidRenderContext context)
    {
        context.Charge(18L * text.Length);
        var result = new StringBuilder(text.Length + 16);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~') result.Append(c);
            else if (c == ' ') result.Append('+');
            else result.Append('%').Append(HexDigit(b >> 4)).Append(HexDigit(b & 15));
        }

        return result.ToString();
    }

    private static string UrlDecode(string text, LiquidRenderContext context)
    {
        context.Charge(3L * text.Length);
        var source = Encoding.UTF8.GetBytes(text);
        var length = 0;
        for (var i = 0; i < source.Length; i++)
        {
            var b = source[i];
            if (b == '+')
            {
                b = (byte)' ';
            }
            else if (b == '%' && i + 2 < source.Length && char.IsAsciiHexDigit((char)source[i + 1]) && char.IsAsciiHexDigit((char)source[i + 2]))
            {
                b = (byte)((HexValue(source[i + 1]) << 4) | HexValue(source[i + 2]));
                i += 2;
            }

            source[length++] = b;
        }

        try
        {
            return Strict.GetString(source, 0, length);
        }
        catch (DecoderFallbackException)
        {
            throw context.Error("The decoded URL is no valid UTF-8.");
        }
    }

    private static char HexDigit(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 32) - 'a' + 10;
}
