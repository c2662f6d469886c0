namespace SessionsWidgets.Sandbox.Data.CheckIns;

/// <summary>The newest dozen check-ins at the sample's lounge, chosen by hand: what a visitor of the sample site sees first.</summary>
internal static class CheckInShowcase
{
    /// <summary>How far back the dozen reaches; the lounge's drawn check-ins end before.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromHours(20);

    private static readonly Visit[] _visits =
    [
        new(6, "Dee R.", 5, "Corner table by the window. I may never leave."),
        new(13, "Jo E.", null, null),
        new(41, "Trevor B.", 4, "Quiet for once. Good pour, better company."),
        new(96, "Sam K.", 5, null),
        new(154, "María L.", 5, "Como en casa, y con mejor café."),
        new(221, "Aurélie D.", null, "Juste un petit corona avant le train."),
        new(337, "Bartholomew Featherstone-C.", 3,
            "The ventilation was fighting the storm and losing, but the new armchairs are a triumph and nobody rushed me."),
        new(462, "نورة ع.", 5, "مكان هادئ وخدمة رائعة."),
        new(590, "지우 박.", 4, null),
        new(735, "美咲 佐.", 5, "落ち着く場所です。また来ます。"),
        new(910, "Łukasz W.", null, null),
        new(1120, "Анна К.", 4, "Уютно, и музыка не мешает разговору."),
    ];

    public static IEnumerable<SeedCheckIn> Make(Venue lounge, DateTimeOffset now) => _visits.Select((visit, index) => new SeedCheckIn(
        now.AddMinutes(-visit.MinutesAgo).AddSeconds(-13 * index), People.Named(visit.Person), lounge, visit.Rating, visit.Note,
        LeavesOut: index % 4 == 1));

    private sealed record Visit(int MinutesAgo, string Person, int? Rating, string? Note);
}
