using SessionsWidgets.Cli.Build.Html;

namespace SessionsWidgets.Cli.Build;

/// <summary>Writes a page with the replacements of its tags. All other bytes stay, except the tags of some paragraphs.</summary>
internal static class PageSplice
{
    /// <summary>Whether a paragraph may hold all that replaces its tags, such as the content of the tags.</summary>
    public static bool FitsParagraph(ReadOnlySpan<ReadOnlyMemory<byte>> replacements)
    {
        foreach (var replacement in replacements)
        {
            if (!IsText(replacement.Span)) return false;
        }

        return true;
    }

    /// <param name="page">The page.</param>
    /// <param name="tags">Its tags.</param>
    /// <param name="replacements">What stands in place of each tag.</param>
    /// <param name="paragraphs">The paragraphs to be taken away.</param>
    /// <param name="built">Receives the page.</param>
    public static void Write(
        ReadOnlySpan<byte> page, IReadOnlyList<WidgetTag> tags, ReadOnlySpan<ReadOnlyMemory<byte>> replacements,
        IReadOnlyList<WidgetParagraph> paragraphs, PageContent built)
    {
        built.Clear();
        var end = 0;
        var i = 0;
        foreach (var paragraph in paragraphs)
        {
            for (; i < paragraph.First; i++) end = Append(page, end, tags[i], replacements[i].Span, built);
            built.Append(page[end..paragraph.StartTag.Start]);
            end = paragraph.StartTag.End.Value;
            for (; i < paragraph.First + paragraph.Count; i++)
            {
                built.Append(page[end..tags[i].Start]);
                // Text beside a widget keeps its own paragraph.
                var isText = IsText(replacements[i].Span);
                if (isText) built.Append(page[paragraph.StartTag]);
                built.Append(replacements[i].Span);
                if (isText) built.Append("</p>"u8);
                end = tags[i].End;
            }

            built.Append(page[end..paragraph.EndTag.Start]);
            end = paragraph.EndTag.End.Value;
        }

        for (; i < tags.Count; i++) end = Append(page, end, tags[i], replacements[i].Span, built);
        built.Append(page[end..]);
    }

    private static bool IsText(ReadOnlySpan<byte> replacement) => !TagContent.IsBlank(replacement) && TagContent.IsPhrasing(replacement);

    private static int Append(ReadOnlySpan<byte> page, int end, WidgetTag tag, ReadOnlySpan<byte> replacement, PageContent built)
    {
        built.Append(page[end..tag.Start]);
        built.Append(replacement);
        return tag.End;
    }
}
