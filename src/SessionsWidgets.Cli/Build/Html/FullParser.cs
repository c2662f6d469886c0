using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Finds the tags of a page with a full HTML parser, where what is a tag depends on the tree: foreign content above all.</summary>
internal static class FullParser
{
    public static void Read(ReadOnlySpan<byte> page, WidgetTagFinder finder)
    {
        var text = Decode(page);
        var tokens = new List<TagToken>();
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsKeepingSourceReferences = true,
            IsNotConsumingCharacterReferences = true,
            // Browsers run scripts, so what is in noscript is not shown.
            IsScripting = true,
            OnToken = (token, range) =>
            {
                if (token is HtmlTagToken { Type: HtmlTokenType.StartTag or HtmlTokenType.EndTag } tag)
                    tokens.Add(
                        new TagToken(
                            TagName.Of(tag.Name), range.Start.Index, range.End.Index, tag.Type == HtmlTokenType.EndTag, tag.IsSelfClosing));
            },
        });
        using var document = parser.ParseDocument(text);
        var shown = new HashSet<int>();
        var hidden = new HashSet<int>();
        Collect(document, shown, hidden);
        foreach (var token in tokens)
        {
            var tag = token with { Start = SkipNothing(page, token.Start) };
            if (tag.Start == tag.End) continue;
            if (tag.IsEndTag) finder.End(tag, page);
            else if (shown.Contains(token.Start)) finder.Start(tag, mayBeWidget: true, isEmpty: false);
            // What is no element of HTML's is SVG's or MathML's, or nothing.
            else finder.Start(tag, mayBeWidget: false, isEmpty: tag.IsClosed && !hidden.Contains(token.Start));
        }
    }

    /// <summary>"&lt;/>" is nothing in HTML; the parser counts it to the tag behind it.</summary>
    private static int SkipNothing(ReadOnlySpan<byte> page, int start)
    {
        while (page[start..].StartsWith("</>"u8)) start += 3;
        return start;
    }

    /// <summary>The page with a character for each byte, so that the parser's positions are those of bytes.</summary>
    private static string Decode(ReadOnlySpan<byte> page)
    {
        var text = Encoding.Latin1.GetString(page);
        return page.StartsWith(Encoding.UTF8.Preamble) ? $"   {text.AsSpan(3)}" : text;
    }

    /// <summary>Collects where the start tags of HTML's elements are: those in the page, and those in templates, which are not
    /// shown.</summary>
    private static void Collect(INode root, HashSet<int> starts, HashSet<int> hidden)
    {
        foreach (var element in root.Descendants<IElement>())
        {
            if (element.SourceReference is { } source && element.NamespaceUri == NamespaceNames.HtmlUri) starts.Add(source.Position.Index);
            if (element is IHtmlTemplateElement template) Collect(template.Content, hidden, hidden);
        }
    }
}
