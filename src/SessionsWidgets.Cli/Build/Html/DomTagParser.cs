using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Finds tags with a full HTML parser, for pages where they depend on the tree, such as foreign content.</summary>
internal static class DomTagParser
{
    public static void Read(ReadOnlySpan<byte> page, WidgetTagFinder finder)
    {
        var text = Decode(page);
        var tokens = new List<TagToken>();
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsKeepingSourceReferences = true,
            IsNotConsumingCharacterReferences = true,
            // As in browsers with scripts, noscript is not shown.
            IsScripting = true,
            OnToken = (token, range) =>
            {
                if (token is not HtmlTagToken { Type: HtmlTokenType.StartTag or HtmlTokenType.EndTag } tag) return;
                var isEndTag = tag.Type == HtmlTokenType.EndTag;
                tokens.Add(new TagToken(TagName.Of(tag.Name), range.Start.Index, range.End.Index, isEndTag, tag.IsSelfClosing));
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
            else if (shown.Contains(token.Start)) finder.Start(tag, page, mayBeWidget: true, isEmpty: false);
            // An element of SVG or MathML, or none.
            else finder.Start(tag, page, mayBeWidget: false, isEmpty: tag.IsClosed && !hidden.Contains(token.Start));
        }
    }

    /// <summary>"&lt;/>" is ignored in HTML; the parser counts it as part of the next tag.</summary>
    private static int SkipNothing(ReadOnlySpan<byte> page, int start)
    {
        while (page[start..].StartsWith("</>"u8)) start += 3;
        return start;
    }

    /// <summary>Decodes each byte to one character, so that the parser's positions are those of bytes.</summary>
    private static string Decode(ReadOnlySpan<byte> page)
    {
        var text = Encoding.Latin1.GetString(page);
        return page.StartsWith(Encoding.UTF8.Preamble) ? $"   {text.AsSpan(3)}" : text;
    }

    /// <summary>Collects the start tags of HTML elements: those that are shown, and those in templates.</summary>
    private static void Collect(INode root, HashSet<int> starts, HashSet<int> hidden)
    {
        foreach (var element in root.Descendants<IElement>())
        {
            if (element.SourceReference is { } source && element.NamespaceUri == NamespaceNames.HtmlUri) starts.Add(source.Position.Index);
            if (element is IHtmlTemplateElement template) Collect(template.Content, hidden, hidden);
        }
    }
}
