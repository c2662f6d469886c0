namespace SessionsWidgets.Cli.Build.Html;

/// <summary>The elements of HTML, obsolete ones included, and the groups of them that decide where widgets may stand.</summary>
internal static class HtmlElements
{
    public static readonly NameSet All = new(
        "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button canvas "
        + "caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption "
        + "figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd "
        + "keygen label legend li link listing main map mark marquee menu menuitem meta meter multicol nav nextid nobr noembed noframes "
        + "noscript object ol optgroup option output p param picture plaintext portal pre progress q rb rp rt rtc ruby s samp script "
        + "search section select selectedcontent slot small source spacer span strike strong style sub summary sup table tbody td "
        + "template textarea tfoot th thead time title tr track tt u ul var video wbr xmp");

    public static readonly NameSet Headings = new("h1 h2 h3 h4 h5 h6");

    public static readonly NameSet Landmarks = new("article aside footer header main nav search section");

    /// <summary>Elements that end an open paragraph where they begin.</summary>
    public static readonly NameSet EndParagraph = new(
        "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 "
        + "h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp");

    public static readonly NameSet Buttons = new("button");

    public static readonly NameSet Links = new("a");
}
