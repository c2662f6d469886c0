using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Turns the bytes of an answer into sessions. Broken items are left out and counted; a broken answer is an error.</summary>
internal static class SessionReader
{
    /// <summary>The longest session that is believed: 24 hours.</summary>
    private static readonly TimeSpan MaxDuration = TimeSpan.FromHours(24);

    /// <summary>How far upstream's duration may be off the time between start and end.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <exception cref="PayloadException">The answer is not JSON, has no list of data, or more than half of its items are
    /// broken.</exception>
    public static ReadResult Read(ReadOnlyMemory<byte> json, bool allowHttpPictures, string? contentType = null) =>
        PayloadJson.Read(json, contentType, root => ReadPage(root, allowHttpPictures));

    private static ReadResult ReadPage(JsonElement root, bool allowHttpPictures)
    {
        var envelope = PayloadJson.Envelope(root);
        var items = PayloadJson.Data(envelope);
        var corrections = new Corrections();
        var sessions = PayloadJson.Items(items, item => ReadSession(item, allowHttpPictures, corrections));
        var meta = envelope.GetValueOrDefault("meta");
        var counted = PayloadJson.Number(PayloadJson.Member(meta, "count"));
        if (items.Length == 0 && counted > 0)
            throw new PayloadException(ApiFault.CountMismatch, $"the answer counts {counted} items and has none");
        return new ReadResult(sessions, items.Length, items.Length - sessions.Count)
        {
            Counted = counted,
            PageSize = PayloadJson.Number(PayloadJson.Member(meta, "limit")),
            Corrections = corrections,
        };
    }

    private static SmokeSession? ReadSession(JsonElement item, bool allowHttpPictures, Corrections corrections)
    {
        var wire = PayloadJson.Item(item, SessionWireContext.Default.WireSession);
        if (wire is not { Id: { } id, CreatedAt: { } created, User: { } user } || Text(id, UntrustedText.MaxNameLength) is not { } cleanId)
            return null;
        var (started, ended) = (Date(wire.StartedAt), Date(wire.EndedAt));
        return new SmokeSession
        {
            Id = cleanId,
            CreatedAt = Date(created),
            StartedAt = started,
            EndedAt = ended,
            Duration = corrections.Check("duration", wire.DurationSeconds, Duration(wire.DurationSeconds, started, ended)),
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

        string? Text(string? text, int longest) => corrections.CheckText(text, UntrustedText.Clean(text, longest));
        string? Name(string? text) => Text(text, UntrustedText.MaxNameLength);
        DateTimeOffset? Date(string? text) => corrections.Check("date", text, WireDate.Read(text));
        Uri? Url(string? text) => corrections.CheckUrl(text, UntrustedUrl.Read(text, allowHttpPictures));
    }

    /// <summary>The display name, else first name and last initial, else "Boxpressd User", as Boxpressd's own SDK shows people.</summary>
    private static string DisplayName(WireUser user, Corrections corrections)
    {
        if ((Name(user.DisplayName) ?? Name(user.DisplayNameInSnakeCase)) is { } display) return display;
        return (Name(user.FirstName), Name(user.LastName)) switch
        {
            ({ } first, { } last) => $"{first} {last.EnumerateRunes().First()}.",
            ({ } first, null) => first,
            _ => "Boxpressd User",
        };

        string? Name(string? text) => corrections.CheckText(text, UntrustedText.Clean(text, UntrustedText.MaxNameLength));
    }

    private static TimeSpan? Duration(double? seconds, DateTimeOffset? started, DateTimeOffset? ended)
    {
        var between = ended - started;
        TimeSpan? stated = seconds is > 0 and <= 86_400 ? TimeSpan.FromSeconds(Math.Round(seconds.Value)) : null;
        var contradictory = between < TimeSpan.Zero || (stated is { } s && between is { } b && (s - b).Duration() > Tolerance);
        var duration = contradictory ? null : stated ?? between;
        return duration > TimeSpan.Zero && duration <= MaxDuration ? duration : null;
    }

    /// <summary>What was read of an answer, and what was received and left out.</summary>
    internal sealed record ReadResult(List<SmokeSession> Sessions, int Received, int Dropped)
    {
        /// <summary>How many items upstream says it has sent; null when it does not say.</summary>
        public long? Counted { get; init; }

        /// <summary>How many items upstream says a page of it has; null when it does not say.</summary>
        public long? PageSize { get; init; }

        public Corrections Corrections { get; init; } = new();
    }
}
