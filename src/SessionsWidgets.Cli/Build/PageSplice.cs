using SessionsWidgets.Cli.Build.Html;

namespace SessionsWidgets.Cli.Build;

/// <summary>What stands in a page in place of a tag.</summary>
/// <param name="Bytes">A fragment, or the content of the tag.</param>
/// <param name="IsContent">Whether it is the content.</param>
internal readonly record struct Replacement(ReadOnlyMemory<byte> Bytes, bool IsContent);

/// <summary>Writes a page with the replacements of its tags. All other bytes stay, except the tags of some paragraphs.</summary>
internal static class PageSplice
{
    /// <summary>Whether the replacements may stand in a paragraph: they are content of their tags without elements that end one.</summary>
    public static bool FitsParagraph(ReadOnlySpan<Replacement> replacements)
    {
        foreach (var replacement in replacements)
        {
            if (!IsPhrasing(replacement)) return false;
        }

        return true;
    }

    /// <param name="page">The page.</param>
    /// <param name="tags">Its tags.</param>
    /// <param name="replacements">What stands in place of each tag.</param>
    /// <param name="paragraphs">The paragraphs to be taken away.</param>
    /// <param name="built">Receives the page.</param>
    public static void Write(
        ReadOnlySpan<byte> page, IReadOnlyList<WidgetTag> tags, ReadOnlySpan<Replacement> replacements,
        IReadOnlyList<WidgetParagraph> paragraphs, PageContent built)
    {
        built.Clear();
        var end = 0;
        var i = 0;
        foreach (var paragraph in paragraphs)
        {
            for (; i < paragraph.First; i++) end = Append(page, end, tags[i], replacements[i].Bytes.Span, built);
            built.Append(page[end..paragraph.StartTag.Start]);
            end = paragraph.StartTag.End.Value;
            for (; i < paragraph.First + paragraph.Count; i++)
            {
                built.Append(page[end..tags[i].Start]);
                // Text beside a widget keeps a paragraph of its own.
                var isText = IsPhrasing(replacements[i]);
                if (isText) built.Append(page[paragraph.StartTag]);
                built.Append(replacements[i].Bytes.Span);
                if (isText) built.Append("</p>"u8);
                end = tags[i].End;
            }

            built.Append(page[end..paragraph.EndTag.Start]);
            end = paragraph.EndTag.End.Value;
        }

        for (; i < tags.Count; i++) end = Append(page, end, tags[i], replacements[i].Bytes.Span, built);
        built.Append(page[end..]);
    }

    private static bool IsPhrasing(Replacement replacement) => replacement.IsContent && TagContent.IsPhrasing(replacement.Bytes.Span);

    private static int Append(ReadOnlySpan<byte> page, int end, WidgetTag tag, ReadOnlySpan<byte> replacement, PageContent built)
    {
        built.Append(page[end..tag.Start]);
        built.Append(replacement);
        return tag.End;
    }
}
