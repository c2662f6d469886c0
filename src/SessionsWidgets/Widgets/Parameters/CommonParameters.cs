namespace SessionsWidgets;

/// <summary>Parameters that several widgets share.</summary>
internal static class CommonParameters
{
    public const string AboutLoading = "Whether the first pictures are loaded at once, or when they are nearly in sight.";

    public static IReadOnlyList<WidgetParameter> OfWidgets { get; } =
    [
        Of<Widget, string>(
            "heading", ParameterKind.Text(200), w => w.Heading, (w, v) => w with { Heading = v }, "The heading's text; empty for none."),
        Of<Widget, int>(
            "heading-level", ParameterKind.WholeNumber(1, 6), w => w.HeadingLevel, (w, v) => w with { HeadingLevel = v },
            "The level of the heading in the page."),
        Of<Widget, string>(
            "aria-label", ParameterKind.Text(200), w => w.AriaLabel, (w, v) => w with { AriaLabel = v },
            "The widget's name for screen readers; it makes the widget a region."),
        Of<Widget, string>(
            "class", ParameterKind.CssClasses, w => w.CssClass, (w, v) => w with { CssClass = v }, "Classes for the outermost element."),
        Of<Widget, string>("id", ParameterKind.ElementId, w => w.Id, (w, v) => w with { Id = v }, "The id of the outermost element."),
        Of<Widget, DateStyle?>(
            "dates", ParameterKind.Choice<DateStyle>().OrNothing(), w => w.Dates, (w, v) => w with { Dates = v },
            "Whether dates are relative to now or absolute."),
        Of<Widget, string>(
            "lang", ParameterKind.Language, w => w.Language, (w, v) => w with { Language = v }, "The language of the widget."),
        Of<Widget, string>(
            "all-url", ParameterKind.Link, w => w.AllUrl, (w, v) => w with { AllUrl = v }, "Where the link to all of them leads."),
    ];

    public static IReadOnlyList<WidgetParameter> OfLists { get; } =
    [
        Of<ListWidget, int>(
            "offset", ParameterKind.WholeNumber(0, int.MaxValue), w => w.Offset, (w, v) => w with { Offset = v },
            "How many to leave out first."),
        Of<ListWidget, Day?>(
            "from", ParameterKind.Day.OrNothing(), w => w.From, (w, v) => w with { From = v }, "The first day, inclusive."),
        Of<ListWidget, Day?>(
            "to", ParameterKind.Day.OrNothing(), w => w.To, (w, v) => w with { To = v }, "The last day, inclusive."),
    ];

    public static IReadOnlyList<WidgetParameter> OfSessions { get; } =
    [
        .. OfLists,
        Of<SmokesWidget, bool?>(
            "featured", ParameterKind.Boolean.OrNothing(), w => w.Featured, (w, v) => w with { Featured = v },
            "Only featured sessions (or only others)."),
        Of<SmokesWidget, string>(
            "cigar-id", ParameterKind.Identifier, w => w.CigarId, (w, v) => w with { CigarId = v },
            "The sessions of this cigar, at any venue."),
        Of<SmokesWidget, string>(
            "cigar-url", ParameterKind.Link, w => w.CigarUrl, (w, v) => w with { CigarUrl = v },
            "Where a cigar's name leads; {id} stands for the cigar's id."),
        Of<SmokesWidget, bool>(
            "show-ratings", ParameterKind.Boolean, w => w.ShowRatings, (w, v) => w with { ShowRatings = v }, "Whether ratings are shown."),
        Of<SmokesWidget, bool?>(
            "show-cigar-image", ParameterKind.Boolean.OrNothing(), w => w.ShowCigarImage, (w, v) => w with { ShowCigarImage = v },
            "Whether pictures of cigars are shown."),
        Of<SmokesWidget, PictureLoading>(
            "loading", ParameterKind.Choice<PictureLoading>(), w => w.Loading, (w, v) => w with { Loading = v }, AboutLoading),
    ];

    public static IReadOnlyList<WidgetParameter> OfSingleSessions { get; } =
    [
        Of<SmokeListWidget, bool>(
            "show-avatars", ParameterKind.Boolean, w => w.ShowAvatars, (w, v) => w with { ShowAvatars = v },
            "Whether pictures of people are shown."),
        Of<SmokeListWidget, bool>(
            "show-duration", ParameterKind.Boolean, w => w.ShowDuration, (w, v) => w with { ShowDuration = v },
            "Whether it is shown how long a session took."),
        Of<SmokeListWidget, bool>(
            "show-note", ParameterKind.Boolean, w => w.ShowNote, (w, v) => w with { ShowNote = v }, "Whether notes are shown."),
        Of<SmokeListWidget, bool?>(
            "show-venue", ParameterKind.Boolean.OrNothing(), w => w.ShowVenue, (w, v) => w with { ShowVenue = v },
            "Whether it is shown where a session was."),
    ];

    /// <summary>The parameters of widgets that sum up a sample and turn its pages.</summary>
    public static IReadOnlyList<WidgetParameter> OfSamples<T>(
        (Func<T, int> Get, Func<T, int, Widget> With) sample,
        (Func<T, bool> Get, Func<T, bool, Widget> With) summary,
        (Func<T, bool> Get, Func<T, bool, Widget> With) more,
        (Func<T, int> Get, Func<T, int, Widget> With) page,
        (Func<T, string?> Get, Func<T, string, Widget> With) pageUrl)
        where T : Widget, IPagedWidget =>
    [
        Of(
            "sample", ParameterKind.WholeNumber(1, SessionQuery.MaxLimit), sample.Get, sample.With, "How many sessions are considered."),
        Of("summary", ParameterKind.Boolean, summary.Get, summary.With, "Whether a line sums up the ratings of these."),
        Of("more", ParameterKind.Boolean, more.Get, more.With, "Whether links lead to more, page by page."),
        Of("page", ParameterKind.WholeNumber(1, IPagedWidget.MaxPage), page.Get, page.With, "Which page of these."),
        Of("page-url", ParameterKind.Link, pageUrl.Get, pageUrl.With, "Where other pages are; {page} stands for the number."),
    ];

    private static WidgetParameter<TWidget, TValue> Of<TWidget, TValue>(
        string name, ParameterKind<TValue> kind, Func<TWidget, TValue?> get, Func<TWidget, TValue, Widget> with, string description)
        where TWidget : Widget => new(name, kind, get, with, description);
}
