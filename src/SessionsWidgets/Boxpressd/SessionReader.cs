using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Reads sessions from a response. Invalid items are left out and counted.</summary>
internal static class SessionReader
{
    /// <summary>The longest plausible session: 24 hours.</summary>
    private static readonly TimeSpan MaxDuration = TimeSpan.FromHours(24);

    /// <summary>The tolerance between the stated duration and the time from start to end.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <exception cref="PayloadException">The response is not JSON, has no list of data, or is mostly invalid.</exception>
    public static ReadResult Read(ReadOnlyMemory<byte> json, PictureRules pictures, string? contentType = null) =>
        PayloadJson.Read(json, contentType, root => ReadPage(root, pictures));

    private static ReadResult ReadPage(JsonElement root, PictureRules pictures)
    {
        var envelope = PayloadJson.Envelope(root);
        var items = PayloadJson.Data(envelope);
        var corrections = new PayloadCorrections();
        var sessions = PayloadJson.Items(items, item => ReadSession(item, pictures, corrections));
        var meta = envelope.GetValueOrDefault("meta");
        var stated = PayloadJson.Number(PayloadJson.Member(meta, "count"));
        if (items.Length == 0 && stated > 0)
            throw new PayloadException(ApiFault.CountMismatch, $"the response counts {stated} items and has none");
        return new ReadResult(sessions, items.Length, items.Length - sessions.Count)
        {
            StatedCount = stated,
            PageSize = PayloadJson.Number(PayloadJson.Member(meta, "limit")),
            Corrections = corrections,
        };
    }

    private static SmokeSession? ReadSession(JsonElement item, PictureRules pictures, PayloadCorrections corrections)
    {
        var wire = PayloadJson.Item(item, SessionWireContext.Default.WireSession);
        if (wire is not { Id: { } id, CreatedAt: { } created, User: { } user } || Text(id, UntrustedText.MaxNameLength) is not { } cleanId)
            return null;
        var (started, ended) = (Date(wire.StartedAt), Date(wire.EndedAt));
        var (startedOnDay, endedOnDay) = (WireDate.IsDay(wire.StartedAt), WireDate.IsDay(wire.EndedAt));
        var between = startedOnDay || endedOnDay ? null : ended - started;
        return new SmokeSession
        {
            Id = cleanId,
            CreatedAt = Date(created),
            StartedAt = started,
            EndedAt = ended,
            CreatedOnDay = WireDate.IsDay(created),
            StartedOnDay = startedOnDay,
            EndedOnDay = endedOnDay,
            Duration = corrections.Check("duration", wire.DurationSeconds, Duration(wire.DurationSeconds, between)),
            Rating = corrections.Check("rating", wire.Rating, wire.Rating is >= 0 and <= 5 ? wire.Rating : null),
            Note = Text(wire.Note, UntrustedText.MaxNoteLength),
            User = new SessionUser { Id = Name(user.Id), DisplayName = DisplayName(user, corrections), AvatarUrl = Url(user.AvatarUrl) },
            Cigar = Name(wire.Cigar?.Name) is { } cigar
                ? new SessionCigar
                {
                    Id = Name(wire.Cigar!.Id), Name = cigar, BrandName = Name(wire.Cigar.BrandName), ImageUrl = Url(wire.Cigar.ImageUrl),
                }
                : null,
            Venue = Name(wire.Venue?.Name) is { } venue ? new SessionVenue { Id = Name(wire.Venue!.Id), Name = venue } : null,
        };

        string? Text(string? text, int maxLength) => corrections.CheckText(text, UntrustedText.Clean(text, maxLength));
        string? Name(string? text) => Text(text, UntrustedText.MaxNameLength);
        DateTimeOffset? Date(string? text) => corrections.Check("date", text, WireDate.Read(text));
        Uri? Url(string? text) => corrections.CheckUrl(text, PictureUrl.Read(text, pictures));
    }

    /// <summary>The display name, else first name and last initial, else "Boxpressd User", as in Boxpressd's own SDK.</summary>
    private static string DisplayName(WireUser user, PayloadCorrections corrections)
    {
        if ((Name(user.DisplayName) ?? Name(user.DisplayNameInSnakeCase)) is { } display) return display;
        return (Name(user.FirstName), Name(user.LastName)) switch
        {
            ({ } first, { } last) => $"{first} {last.EnumerateRunes().First(UntrustedText.IsVisible)}.",
            ({ } first, null) => first,
            _ => "Boxpressd User",
        };

        string? Name(string? text) => corrections.CheckText(text, UntrustedText.Clean(text, UntrustedText.MaxNameLength));
    }

    private static TimeSpan? Duration(double? seconds, TimeSpan? between)
    {
        TimeSpan? stated = seconds is > 0 and <= 86_400 ? TimeSpan.FromSeconds(Math.Round(seconds.Value)) : null;
        var contradictory = between < TimeSpan.Zero || (stated is { } s && between is { } b && (s - b).Duration() > Tolerance);
        var duration = contradictory ? null : stated ?? between;
        return duration > TimeSpan.Zero && duration <= MaxDuration ? duration : null;
    }

    /// <summary>The sessions of a page, and the number of items received and left out.</summary>
    internal sealed record ReadResult(List<SmokeSession> Sessions, int Received, int Dropped)
    {
        /// <summary>The number of items that upstream states; null when it does not.</summary>
        public long? StatedCount { get; init; }

        /// <summary>The page size that upstream states; null when it does not.</summary>
        public long? PageSize { get; init; }

        public PayloadCorrections Corrections { get; init; } = new();
    }
}
