using System.Buffers;

namespace SessionsWidgets;

/// <summary>Writes values into URL attributes.</summary>
internal static class UrlValueEncoder
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

    private static readonly SearchValues<char> InComponent = SearchValues.Create(Unreserved);
    private static readonly SearchValues<char> InPath = SearchValues.Create(Unreserved + "/?#=&;+,:@!$*%");
    private static readonly SearchValues<char> InUrl = SearchValues.Create(Unreserved + "/?#=&;+,:@!$*%[]()'");
    private static readonly SearchValues<char> InList = SearchValues.Create(Unreserved + "/?#=&;+:@!$*%");

    /// <summary>Writes a URL or a part of one. A whole URL that is not safe becomes <c>about:invalid</c>.</summary>
    public static void Write(FragmentWriter output, string text, OutputEncoding escape, RenderState state)
    {
        if (escape is OutputEncoding.Url or OutputEncoding.UrlInList && !SafeUrl.IsSafe(text))
        {
            output.WriteUtf8("about:invalid"u8);
            return;
        }

        state.ChargeSteps(text.Length >> 6);
        Write(output, text, escape switch
        {
            OutputEncoding.Url => InUrl,
            OutputEncoding.UrlInList => InList,
            OutputEncoding.UrlPath => InPath,
            _ => InComponent,
        });
    }

    private static void Write(FragmentWriter output, ReadOnlySpan<char> text, SearchValues<char> kept)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (text.IndexOfAnyExcept(kept) is >= 0 and var index)
        {
            MarkupEncoder.Write(output, text[..index]);
            Rune.DecodeFromUtf16(text[index..], out var rune, out var consumed);
            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
                output.WriteUtf8([(byte)'%', "0123456789ABCDEF"u8[b >> 4], "0123456789ABCDEF"u8[b & 15]]);
            text = text[(index + consumed)..];
        }

        MarkupEncoder.Write(output, text);
    }
}
