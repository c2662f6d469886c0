using System.Globalization;

namespace SessionsWidgets.Benchmarks;

/// <summary>A page of sessions as the template <c>recent-smokes</c> sees it, with invented people.</summary>
public sealed record BenchPage(
    string Widget, string? Id, string? Class, string? Label, string Heading, bool ShowHeading, int HeadingLevel, string Dates,
    string Language, string Direction, string? AllUrl, string Layout, bool ShowAvatars, bool ShowRatings, bool ShowDuration,
    bool ShowCigar, bool ShowCigarImage, bool ShowNote, bool ShowVenue, IReadOnlyList<BenchSession> Sessions);

public sealed record BenchSession(
    string Id, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, long? Duration, bool InProgress, double? Rating, string? Note,
    BenchUser User, BenchCigar? Cigar, BenchVenue? Venue);

public sealed record BenchUser(string DisplayName, string Initials, string? AvatarUrl, int Tint)
{
    internal Uri? Avatar { get; } = AvatarUrl is null ? null : new Uri(AvatarUrl);
}

public sealed record BenchCigar(string Name, string? BrandName, string? Url, string? ImageUrl);

public sealed record BenchVenue(string Name);

/// <summary>The data of the benchmarks and the registration of their types.</summary>
public static class PageModel
{
    public static readonly DateTimeOffset Now = new(2026, 7, 18, 22, 0, 0, TimeSpan.Zero);

    internal static readonly TemplateMembers Members = new TemplateMembers(WidgetCatalog.BuiltIn)
        .AddPart<BenchPage>(model => model
            .Member("widget", page => page.Widget).Member("id", page => page.Id).Member("class", page => page.Class)
            .Member("label", page => page.Label).Member("heading", page => page.Heading).Member("show_heading", page => page.ShowHeading)
            .Member("heading_level", page => page.HeadingLevel).Member("dates", page => page.Dates)
            .Member("language", page => page.Language).Member("direction", page => page.Direction)
            .Member("all_url", page => page.AllUrl).Member("layout", page => page.Layout)
            .Member("show_avatars", page => page.ShowAvatars).Member("show_ratings", page => page.ShowRatings)
            .Member("show_duration", page => page.ShowDuration).Member("show_cigar", page => page.ShowCigar)
            .Member("show_cigar_image", page => page.ShowCigarImage)
            .Member("show_note", page => page.ShowNote).Member("show_venue", page => page.ShowVenue)
            .List("sessions", page => page.Sessions))
        .AddPart<BenchSession>(model => model
            .Member("id", session => session.Id).Member("created_at", session => session.CreatedAt)
            .Member("started_at", session => session.StartedAt).Member("duration", session => session.Duration)
            .Member("in_progress", session => session.InProgress).Member("rating", session => session.Rating)
            .Member("note", session => session.Note).Model("user", session => session.User)
            .Model("cigar", session => session.Cigar).Model("venue", session => session.Venue))
        .AddPart<BenchUser>(model => model
            .Member("display_name", user => user.DisplayName).Member("initials", user => user.Initials)
            .Picture("avatar_url", user => user.Avatar).Member("tint", user => user.Tint))
        .AddPart<BenchCigar>(model => model
            .Member("name", cigar => cigar.Name).Member("brand_name", cigar => cigar.BrandName)
            .Member("url", cigar => cigar.Url).Member("image_url", cigar => cigar.ImageUrl))
        .AddPart<BenchVenue>(model => model.Member("name", venue => venue.Name));

    public static BenchPage Page(int sessions) => new(
        "recent-smokes", null, null, null, "Recent smokes", true, 2, "relative", "en", "ltr", "/sessions", "list",
        true, true, true, true, false, true, true, [.. Enumerable.Range(0, sessions).Select(Session)]);

    private static BenchSession Session(int i) => new(
        string.Create(CultureInfo.InvariantCulture, $"ses_{i}"), Now.AddMinutes(-50 - (i * 97)), null, 2400 + (i * 300), false, 3.5
            + (i % 4 * 0.4),
        "Cedar and cocoa, then a long & quiet finish; the draw was just right all the way through, and the ash held for well over "
        + "half of it.",
        new BenchUser(
            i % 2 == 0 ? "Jo Example" : "Zoë O'Example",
            i % 2 == 0 ? "JE" : "ZO",
            string.Create(CultureInfo.InvariantCulture, $"https://cdn.example.com/avatars/{i}.jpg?s=88&v=2"),
            i % 5),
        new BenchCigar(
            "Robusto No. 4",
            "Example & Sons",
            string.Create(CultureInfo.InvariantCulture, $"/cigars/cgr_{i}"),
            null), new BenchVenue("Terrace"));
}
