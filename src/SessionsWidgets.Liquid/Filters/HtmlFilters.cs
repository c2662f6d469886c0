using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>Filters that make or remove HTML.</summary>
internal static class HtmlFilters
{
    public static void Register(FilterTable table)
    {
        table.Add("escape", 0, 0, static (in input, in _, context) => Escape(input, once: false, context));
        table.Add("h", 0, 0, static (in input, in _, context) => Escape(input, once: false, context));
        table.Add("escape_once", 0, 0, static (in input, in _, context) => Escape(input, once: true, context));
        table.Add("newline_to_br", 0, 0, static (in input, in _, context) => NewlineToBr(input, context));
        table.Add("strip_newlines", 0, 0, static (in input, in _, context) =>
            TextFilters.Charged(input, context).Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", string.Empty, StringComparison.Ordinal));
        table.Add("strip_html", 0, 0, static (in input, in _, context) => Strip(input, context));
    }

    /// <summary>In HTML mode the text keeps which of its characters are encoded, since output encodes the others.</summary>
    private static LiquidValue Escape(in LiquidValue input, bool once, LiquidRenderContext context)
    {
        if (input.IsNil && !once) return LiquidValue.Nil;
        if (!context.IsHtml) return Encode(context.TextOf(input), once, context);
        if (input.IsHtml) return input;
        return EscapedText.Escape(TextFilters.Charged(input, context), once);
    }

    private static string Encode(string text, bool once, LiquidRenderContext context)
    {
        context.Charge(2L * text.Length);
        var at = text.AsSpan().IndexOfAny("&<>\"'");
        if (at < 0) return text;
        context.Charge(8L * text.Length);
        var result = new StringBuilder(text.Length + 32).Append(text, 0, at);
        for (; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '&' when once && IsEntity(text.AsSpan(at + 1)): result.Append('&'); break;
                case '&': result.Append("&amp;"); break;
                case '<': result.Append("&lt;"); break;
                case '>': result.Append("&gt;"); break;
                case '"': result.Append("&quot;"); break;
                case '\'': result.Append("&#39;"); break;
                default: result.Append(text[at]); break;
            }
        }

        return result.ToString();
    }

    /// <summary>Whether what follows an ampersand is letters, or a number sign and digits, up to a semicolon.</summary>
    public static bool IsEntity(ReadOnlySpan<char> text)
    {
        var isNumber = text.StartsWith("#");
        var start = isNumber ? 1 : 0;
        var end = start;
        while (end < text.Length && (isNumber ? char.IsAsciiDigit(text[end]) : char.IsAsciiLetter(text[end]))) end++;
        return end > start && end < text.Length && text[end] == ';';
    }

    private static LiquidValue Strip(in LiquidValue input, LiquidRenderContext context)
    {
        var text = context.TextOf(input);
        context.Charge(8L * text.Length);
        return HtmlStripper.Strip(text);
    }

    private static LiquidValue NewlineToBr(in LiquidValue input, LiquidRenderContext context)
    {
        var text = context.TextOf(input);
        if (context.IsHtml && !input.IsHtml) text = Encode(text, once: false, context);
        var lines = text.AsSpan().Count('\n');
        context.Charge(2 * (text.Length + (6L * lines)));
        var result = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "<br />\n", StringComparison.Ordinal);
        return context.IsHtml ? LiquidValue.FromHtml(result) : result;
    }
}
