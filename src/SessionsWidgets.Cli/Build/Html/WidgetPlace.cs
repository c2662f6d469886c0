using System.Text;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Says where a widget stands although HTML allows none there, in words for people who write Markdown.</summary>
internal static class WidgetPlace
{
    private const string OnALineOfItsOwn = "in Markdown on a line of its own, with an empty line before and after it";

    public const string MixedParagraph =
        "in a <p> with other content, and the paragraph ends where the widget begins: put the tag between paragraphs, " + OnALineOfItsOwn;

    /// <summary>Gets the end of a sentence that begins with "is"; null for a good place.</summary>
    public static string? Problem(OpenElements open, bool isAloneInParagraph) =>
        open.InHead ? "in <head>, where HTML allows no content"
        : open.Find(ElementTraits.Heading) is not null
            ? "in a heading, which may have a line of text only: put the tag below it, " + OnALineOfItsOwn
        : open.Find(ElementTraits.Button) is not null ? "in a <button>, which may have a line of text only: put the tag outside"
        : open.InParagraph ? isAloneInParagraph ? null : MixedParagraph
        : open.InTableStructure
            ? "in a table, but in no cell, so browsers show it before the table: put it into a cell (<td>), "
                + "in Markdown between two '|', or outside"
        : null;

    /// <summary>Whether a position is in a link: an a element with href.</summary>
    public static bool IsInLink(OpenElements open, ReadOnlySpan<byte> page)
    {
        if (open.Find(ElementTraits.Anchor) is not { } link) return false;
        var attributes = new AttributeReader(page, link.Start + "<a".Length);
        while (attributes.MoveNext())
        {
            if (Ascii.EqualsIgnoreCase(page[attributes.Name], "href"u8)) return true;
        }

        return false;
    }
}
