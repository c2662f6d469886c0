using System.Numerics;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>The elements of HTML with their <see cref="ElementTraits"/>.</summary>
internal static class HtmlElements
{
    private const string Names =
        "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button canvas "
        + "caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption "
        + "figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd "
        + "keygen label legend li link listing main map mark marquee menu menuitem meta meter multicol nav nextid nobr noembed noframes "
        + "noscript object ol optgroup option output p param picture plaintext portal pre progress q rb rp rt rtc ruby s samp script "
        + "search section select selectedcontent slot small source spacer span strike strong style sub summary sup table tbody td "
        + "template textarea tfoot th thead time title tr track tt u ul var video wbr xmp";

    private static readonly (ElementTraits Trait, string Names)[] Groups =
    [
        (ElementTraits.Known, Names),
        (
            ElementTraits.Void,
            "area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr"),
        (ElementTraits.HeadContent, "base basefont bgsound head html link meta noframes noscript script style template title"),
        (ElementTraits.WholePage, "body html"),
        (ElementTraits.RawText, "iframe noembed noframes noscript script style textarea title xmp"),
        (ElementTraits.NeedsTree, "frameset math plaintext select svg template"),
        (
            ElementTraits.EndsParagraph,
            "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 "
            + "h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp"),
        (ElementTraits.ScopesParagraph, "applet button caption marquee object table td template th"),
        (ElementTraits.Heading, "h1 h2 h3 h4 h5 h6"),
        (ElementTraits.Landmark, "article aside footer header main nav search section"),
        (ElementTraits.Paragraph, "p"),
        (ElementTraits.Anchor, "a"),
        (ElementTraits.Button, "button"),
        (ElementTraits.ListItem, "li"),
        (ElementTraits.List, "dir menu ol ul"),
        (ElementTraits.Term, "dd dt"),
        (ElementTraits.TermList, "dl"),
        (ElementTraits.Ruby, "rp rt"),
        (ElementTraits.Option, "option"),
        (ElementTraits.OptionGroup, "optgroup"),
        (ElementTraits.Select, "select"),
        (ElementTraits.DataList, "datalist"),
        (ElementTraits.Table, "table"),
        (ElementTraits.Caption, "caption"),
        (ElementTraits.Column, "col"),
        (ElementTraits.ColumnGroup, "colgroup"),
        (ElementTraits.RowGroup, "tbody tfoot thead"),
        (ElementTraits.Row, "tr"),
        (ElementTraits.TableCell, "td th"),
    ];

    // A table with empty slots between, looked through from where the hash points: every tag of every page is looked up.
    private static readonly (ulong Name, ElementTraits Traits)[] Slots = CreateSlots();

    /// <summary>Gets the traits of the element of a <see cref="TagName"/>.</summary>
    public static ElementTraits TraitsOf(ulong name)
    {
        var slots = Slots;
        var slot = First(name, slots.Length);
        while (slots[slot].Name is not 0 and var other)
        {
            if (other == name) return slots[slot].Traits;
            slot = (slot + 1) & (slots.Length - 1);
        }

        return ElementTraits.None;
    }

    private static (ulong Name, ElementTraits Traits)[] CreateSlots()
    {
        var slots = new (ulong Name, ElementTraits Traits)[BitOperations.RoundUpToPowerOf2((uint)Names.Length / 2)];
        foreach (var (trait, names) in Groups)
        {
            foreach (var range in names.AsSpan().Split(' '))
            {
                var name = TagName.Of(names[range]);
                var slot = First(name, slots.Length);
                while (slots[slot].Name is not 0 and var other && other != name) slot = (slot + 1) & (slots.Length - 1);
                slots[slot] = (name, slots[slot].Traits | trait);
            }
        }

        return slots;
    }

    private static int First(ulong name, int slots) => (int)name & (slots - 1);
}
