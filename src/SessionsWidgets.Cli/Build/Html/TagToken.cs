namespace SessionsWidgets.Cli.Build.Html;

/// <summary>A start or end tag with its <see cref="TagName"/> and byte range; closed if it ends in "/>".</summary>
internal readonly record struct TagToken(ulong Name, int Start, int End, bool IsEndTag, bool IsClosed)
{
    private readonly ElementTraits _traits = HtmlElements.TraitsOf(Name);

    /// <summary>Whether its element has one of some traits.</summary>
    public bool Is(ElementTraits traits) => (_traits & traits) != ElementTraits.None;
}
