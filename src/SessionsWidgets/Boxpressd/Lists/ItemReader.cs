namespace SessionsWidgets;

/// <summary>Reads the values of the items of a response, and counts those that are cleaned or left out. Not thread-safe.</summary>
internal sealed class ItemReader(PictureRules pictures)
{
    private readonly Dictionary<string, TimeZoneInfo?> _zones = new(StringComparer.Ordinal);

    public PayloadCorrections Corrections { get; } = new();

    public string? Text(string? text, int maxLength = UntrustedText.MaxNameLength) =>
        Corrections.CheckText(text, UntrustedText.Clean(text, maxLength));

    public string? Note(string? text) => Text(text, UntrustedText.MaxNoteLength);

    public DateTimeOffset? Date(string? text) => Corrections.Check("date", text, WireDate.Read(text));

    public double? Rating(double? rating) => Corrections.Check("rating", rating, rating is >= 0 and <= 5 ? rating : null);

    public Uri? Picture(string? text) => Corrections.CheckUrl(text, PictureUrl.Read(text, pictures));

    /// <summary>The address of a page. Nothing is loaded from it before a visitor follows the link, so http is allowed.</summary>
    public Uri? Link(string? text) => Corrections.CheckUrl(text, PictureUrl.Read(text, pictures with { AllowHttp = true }));

    /// <summary>A time zone by its IANA name.</summary>
    public TimeZoneInfo? TimeZone(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        if (!_zones.TryGetValue(name, out var zone))
            _zones[name] = zone = TimeZoneId.IsIanaName(name) && TimeZoneId.TryFind(name, out var found) ? found : null;
        return Corrections.CheckZone(name, zone);
    }

    public SessionUser User(WireUser user) => new()
    {
        Id = Text(user.Id), DisplayName = DisplayName(user), AvatarUrl = Picture(user.AvatarUrl),
    };

    public SessionVenue? Venue(WireVenue? venue) =>
        Text(venue?.Name) is { } name ? new SessionVenue { Id = Text(venue!.Id), Name = name } : null;

    /// <summary>The display name, else first name and last initial, else "Boxpressd User", as in Boxpressd's own SDK.</summary>
    private string DisplayName(WireUser user)
    {
        if ((Text(user.DisplayName) ?? Text(user.DisplayNameInSnakeCase)) is { } display) return display;
        return (Text(user.FirstName), Text(user.LastName)) switch
        {
            ({ } first, { } last) => $"{first} {last.EnumerateRunes().First(UntrustedText.IsVisible)}.",
            ({ } first, null) => first,
            _ => "Boxpressd User",
        };
    }
}
