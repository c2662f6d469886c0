namespace SessionsWidgets;

/// <summary>A widget that shows a page of its items, with links to the next and the previous one.</summary>
internal interface IPagedWidget
{
    /// <summary>The largest number of a page.</summary>
    const int MaxPage = 20;

    /// <summary>The placeholder of the number in the URL of other pages.</summary>
    const string PageGap = "{page}";

    /// <summary>Whether the page that the widget stands in decides on its page and its links.</summary>
    bool More { get; }

    int Page { get; }

    string? PageUrl { get; }

    /// <summary>Returns a copy of the widget for a page, with links and the id that these lead to.</summary>
    Widget Turn(int page, string pageUrl, string id);
}
