namespace SessionsWidgets.AspNetCore;

/// <summary>The HTML that replaces a tag, and whether the tag's own content is shown instead.</summary>
internal readonly record struct TagFragment(string Html, bool NothingToShow)
{
    /// <summary>The notice below the tag's own content: in Development, why there is nothing to show. Otherwise empty.</summary>
    public string Notice { get; init; } = "";

    /// <summary>Whether it is not for everyone.</summary>
    public bool IsPersonal { get; init; }
}
