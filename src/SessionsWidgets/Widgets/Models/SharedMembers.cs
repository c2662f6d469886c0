namespace SessionsWidgets;

/// <summary>Template members that several widgets share.</summary>
internal static class SharedMembers
{
    /// <summary>Adds the members of every widget.</summary>
    public static TypeMembers<TModel> AddFrame<TModel>(this TypeMembers<TModel> members)
        where TModel : WidgetModel => members
        .Member("widget", m => m.Frame.Widget)
        .Member("id", m => m.Frame.Id)
        .Member("class", m => m.Frame.CssClass)
        .Member("label", m => m.Frame.Label)
        .Member("heading", m => m.Frame.Heading)
        .Member("show_heading", m => m.Frame.ShowHeading)
        .Member("heading_level", m => m.Frame.HeadingLevel)
        .Member("dates", m => m.Frame.Dates == DateStyle.Absolute ? "absolute" : "relative")
        .Member("language", m => m.Frame.Language)
        .Member("direction", m => m.Frame.Direction)
        .Member("all_url", m => m.Frame.AllUrl);

    /// <summary>What the widgets of single sessions show.</summary>
    public static TypeMembers<T> AddOptions<T>(this TypeMembers<T> members, Func<T, SmokeListWidget> options)
        where T : class => members
        .Member("show_ratings", m => options(m).ShowRatings)
        .Member("show_avatars", m => options(m).ShowAvatars)
        .Member("show_duration", m => options(m).ShowDuration)
        .Member("show_note", m => options(m).ShowNote);

    /// <summary>When pictures are loaded, in the words of HTML.</summary>
    public static TypeMembers<T> AddLoading<T>(this TypeMembers<T> members, Func<T, PictureLoading> loading)
        where T : class => members.Member("loading", m => loading(m) == PictureLoading.Eager ? "eager" : "lazy");

    /// <summary>The page of a widget, and links to others.</summary>
    public static TypeMembers<T> AddPages<T>(this TypeMembers<T> members, Func<T, PageLinks> pages)
        where T : class => members
        .Member("page", m => (long)pages(m).Page)
        .Member("previous_url", m => pages(m).PreviousUrl)
        .Member("next_url", m => pages(m).NextUrl);

    /// <summary>Adds summaries of ratings.</summary>
    public static TemplateMembers AddSummary(this TemplateMembers members) => members.AddPart<SmokeSummary>(summary => summary
        .Member("average", s => s.Average)
        .Member("rated", s => (long)s.Rated)
        .Member("smokes", s => (long)s.Smokes)
        .Member("last", s => s.AreLast));

    /// <summary>Adds sessions and their parts.</summary>
    public static TemplateMembers AddSessions(this TemplateMembers members) => members
        .AddUsers()
        .AddPart<SessionModel>(session => session
            .Member("id", s => s.Session.Id)
            .Member("created_at", s => s.Session.CreatedAt)
            .Member("started_at", s => s.Session.StartedAt)
            .Member("ended_at", s => s.Session.EndedAt)
            .Member("duration", s => (long?)s.Session.Duration?.TotalSeconds)
            .Member("in_progress", s => s.IsInProgress)
            .Member("rating", s => s.Session.Rating)
            .Member("note", s => s.Session.Note)
            .Model("user", s => s.User)
            .Model("cigar", s => s.Cigar)
            .Model("venue", s => s.Session.Venue))
        .AddPart<SessionVenue>(venue => venue
            .Member("id", v => v.Id)
            .Member("name", v => v.Name))
        .AddPart<CigarModel>(cigar => cigar.AddCigar(c => c));

    /// <summary>Adds people: what is public of them.</summary>
    public static TemplateMembers AddUsers(this TemplateMembers members) => members.AddPart<UserModel>(user => user
        .Member("display_name", u => u.User.DisplayName)
        .Member("initials", u => u.Initials)
        .Picture("avatar_url", u => u.User.AvatarUrl)
        .Member("tint", u => (long)u.Tint));

    /// <summary>Adds guest counts.</summary>
    public static TemplateMembers AddGuestCount(this TemplateMembers members) => members.AddPart<GuestCount>(count => count
        .Member("value", c => c.Value)
        .Member("few", c => c.IsFew)
        .Member("none", c => c.IsNone));

    /// <summary>Adds the members of a cigar.</summary>
    public static TypeMembers<T> AddCigar<T>(this TypeMembers<T> members, Func<T, CigarModel> cigar)
        where T : class => members
        .Member("id", m => cigar(m).Cigar.Id)
        .Member("name", m => cigar(m).Cigar.Name)
        .Member("brand_name", m => cigar(m).Cigar.BrandName)
        .Picture("image_url", m => cigar(m).Cigar.ImageUrl)
        .Member("url", m => cigar(m).Url)
        .Member("shape", m => (long)cigar(m).Shape)
        .Member("wrapper", m => (long)cigar(m).Wrapper)
        .Member("band", m => (long)cigar(m).Band)
        .Member("design", m => (long)cigar(m).Design);
}
