using System.Globalization;
using System.Net;
using System.Text;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>
/// Tells content that is meant for a tag from the rest of the page, which a tag without an end tag swallows and which then vanishes.
/// </summary>
internal static class TagContent
{
    /// <summary>The number of characters of text that a tag may hold.</summary>
    public const int MaxText = 500;

    private const string WhyOpen = "Where '/>' was written, a minifier or generator may have made an opening tag of it.";

    /// <summary>Elements that, in the content of a tag, are rather those of the page.</summary>
    public const ElementTraits OfPage = ElementTraits.Heading | ElementTraits.Landmark;

    /// <summary>Whether there is white space alone.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> html) => html.IndexOfAnyExcept(" \t\r\n\f"u8) < 0;

    /// <summary>Whether HTML has a link.</summary>
    public static bool HasLink(ReadOnlySpan<byte> html)
    {
        for (var scanner = new TagScanner(html); scanner.MoveNext();)
        {
            if (!scanner.Current.IsEndTag && scanner.Current.Is(ElementTraits.Anchor)) return true;
        }

        return false;
    }

    /// <summary>Whether content has no element that ends a paragraph, so that it may stand in one.</summary>
    public static bool IsPhrasing(ReadOnlySpan<byte> content)
    {
        for (var scanner = new TagScanner(content); scanner.MoveNext();)
        {
            if (!scanner.Current.IsEndTag && scanner.Current.Is(ElementTraits.EndsParagraph)) return false;
        }

        return true;
    }

    /// <summary>Says what the content has that is of the page; null if there is nothing.</summary>
    /// <param name="name">The name of the widget's tag.</param>
    /// <param name="start">Its start tag.</param>
    /// <param name="content">The content, in the page.</param>
    /// <param name="ofPage">The first element in it that is <see cref="OfPage"/>, or another widget's tag.</param>
    /// <param name="page">The page.</param>
    public static string? Problem(string name, TagToken start, Range content, TagToken? ofPage, ReadOnlySpan<byte> page)
    {
        if (ofPage is { } element)
            return Swallowed(name, start, $"{Text(element, page)} of line {PagePosition.Line(page, element.Start)}", page);
        var (_, length) = content.GetOffsetAndLength(page.Length);
        if (length <= MaxText || CountText(page[content], PageEncoding.Detect(page)) <= MaxText) return null;
        return Swallowed(name, start, string.Create(CultureInfo.InvariantCulture, $"more than {MaxText} characters of text"), page);
    }

    /// <summary>Says how to write a tag that has no end tag where one must be.</summary>
    public static string EndTagRemedy(string name, TagToken start, ReadOnlySpan<byte> page) =>
        page[..start.End].EndsWith("/>"u8)
            ? $"its '/' belongs to the value before it, which has no quotes: put the value in quotes, and write </{name}> behind the tag. "
                + "A minifier may have removed the quotes."
            : $"write {Form(name, start, page)}. {WhyOpen}";

    /// <summary>The tag without attributes.</summary>
    public static string Text(TagToken tag, ReadOnlySpan<byte> page) => tag.IsEndTag
        ? $"</{Encoding.UTF8.GetString(TagName.TextOf(tag with { Start = tag.Start + 1 }, page))}>"
        : $"<{Encoding.UTF8.GetString(TagName.TextOf(tag, page))}>";

    private static string Swallowed(string name, TagToken start, string what, ReadOnlySpan<byte> page) =>
        $"the content of <{name}> has {what}, which vanishes from the page when the widget is shown. For content, write the opening tag "
        + $"alone on a line, the content, and </{name}> alone on a line; else write {Form(name, start, page)}. {WhyOpen}";

    /// <summary>The form of a tag that every generator and minifier keeps, with the attributes of this one if they are short.</summary>
    private static string Form(string name, TagToken start, ReadOnlySpan<byte> page)
    {
        const int MaxLength = 80;
        var tag = page[start.Start..(start.End - 1)].TrimEnd(" /"u8);
        var isShort = tag.Length <= MaxLength && Ascii.IsValid(tag) && tag.IndexOfAny((byte)'\n', (byte)'\r') < 0;
        return isShort ? $"{Encoding.ASCII.GetString(tag)}></{name}>" : $"<{name} …></{name}>";
    }

    /// <summary>Counts the characters of text as a browser shows them: without tags, comments and scripts, white space as one.</summary>
    private static int CountText(ReadOnlySpan<byte> content, Encoding encoding)
    {
        var text = new StringBuilder();
        var end = 0;
        var scanner = new TagScanner(content);
        while (scanner.MoveNext())
        {
            var tag = scanner.Current;
            AppendText(text, content[end..tag.Start], encoding);
            end = !tag.IsEndTag && tag.Is(ElementTraits.RawText) ? RawText.FindEnd(content, tag) : tag.End;
        }

        AppendText(text, content[end..], encoding);
        var words = WebUtility.HtmlDecode(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Math.Max(words.Sum(static word => word.Length + 1) - 1, 0);
    }

    private static void AppendText(StringBuilder text, ReadOnlySpan<byte> piece, Encoding encoding)
    {
        for (int comment; (comment = piece.IndexOf("<!--"u8)) >= 0; piece = piece[TagScanner.CommentEnd(piece, comment + 4)..])
            text.Append(encoding.GetString(piece[..comment]));
        text.Append(encoding.GetString(piece));
    }
}
