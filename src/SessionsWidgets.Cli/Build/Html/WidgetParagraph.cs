namespace SessionsWidgets.Cli.Build.Html;

/// <summary>A paragraph that holds nothing but tags of widgets and white space, as generators make it of Markdown.</summary>
/// <param name="StartTag">Its start tag.</param>
/// <param name="EndTag">Its end tag; empty where it is omitted.</param>
/// <param name="First">The index of its first widget's tag in the page.</param>
/// <param name="Count">The number of its widgets.</param>
internal sealed record WidgetParagraph(Range StartTag, Range EndTag, int First, int Count)
{
    /// <summary>Whether its start tag has an id, to which a link may lead.</summary>
    public bool HasId(ReadOnlySpan<byte> page)
    {
        var attributes = new AttributeReader(page, StartTag.Start.Value + "<p".Length);
        while (attributes.MoveNext())
        {
            if (System.Text.Ascii.EqualsIgnoreCase(page[attributes.Name], "id"u8)) return true;
        }

        return false;
    }
}
