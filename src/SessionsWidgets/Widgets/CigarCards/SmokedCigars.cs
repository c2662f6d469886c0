namespace SessionsWidgets;

/// <summary>A cigar and how often it was smoked. Immutable.</summary>
internal sealed record SmokedCigar(CigarModel Cigar, int Smokes, double? Rating, DateTimeOffset? LastSmoked);

/// <summary>Groups sessions by cigar.</summary>
internal static class SmokedCigars
{
    /// <summary>Counts the smokes of each cigar; without an id, by brand and name. Order: smokes, last smoked, name.</summary>
    /// <param name="newestFirst">The sessions, the newest first.</param>
    /// <param name="widget">The widget, with its link.</param>
    public static IReadOnlyList<SmokedCigar> Of(IEnumerable<SmokeSession> newestFirst, CigarCards widget) =>
    [
        .. newestFirst
            .Where(s => s.Cigar is not null)
            .GroupBy(s => s.Cigar!.Id is { } id ? (Id: id, Brand: "", Name: "") : (Id: "", Brand: s.Cigar!.BrandName ?? "", s.Cigar!.Name))
            .Select(
                g => (Newest: g.First().Cigar!, Smokes: g.Count(), Rating: g.Average(s => s.Rating), LastSmoked: g.Max(s => s.CreatedAt)))
            .OrderByDescending(c => c.Smokes)
            .ThenByDescending(c => c.LastSmoked)
            .ThenBy(c => c.Newest.Name, StringComparer.Ordinal)
            .Select(c => new SmokedCigar(new CigarModel(c.Newest, widget.CigarUrl), c.Smokes, c.Rating, c.LastSmoked)),
    ];
}
