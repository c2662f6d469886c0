using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Turns the bytes of an answer into sessions. Broken items are left out and counted; a broken answer is an error.</summary>
internal static class SessionReader
{
    /// <summary>The longest session that is believed: 24 hours.</summary>
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(24);

    private const int MaxDepth = 32;

    /// <summary>How far upstream's duration may be off the time between start and end.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <exception cref="PayloadException">The answer is not JSON, has no list of data, or more than half of its items are broken.</exception>
    public static ReadResult Read(ReadOnlyMemory<byte> json, bool allowHttpPictures, string? contentType = null)
    {
        using var document = PayloadJson.Parse(json, MaxDepth, contentType);
        var envelope = PayloadJson.Envelope(document.RootElement);
        if (!envelope.TryGetValue("data", out var items) || items.ValueKind != JsonValueKind.Array) throw new PayloadException("the answer has no list 'data'");
        var meta = envelope.TryGetValue("meta", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        var result = ReadItems(items, allowHttpPictures) with { Counted = Number(meta, "count"), PageSize = Number(meta, "limit") };
        if (result is { Received: 0, Counted: > 0 }) throw new PayloadException(ApiFault.CountMismatch, $"the answer counts {result.Counted} items and has none");
        return result;
    }

    private static ReadResult ReadItems(JsonElement items, bool allowHttpPictures)
    {
        var received = items.GetArrayLength();
        var sessions = new List<SmokeSession>(received);
        var corrections = new Corrections();
        foreach (var item in items.EnumerateArray())
        {
            if (ReadSession(item, allowHttpPictures, corrections) is { } session) sessions.Add(session);
        }

        var dropped = received - sessions.Count;
        if (dropped * 2 > received) throw new PayloadException(ApiFault.MostlyBroken, $"{dropped} of {received} items of the answer are broken");
        return new ReadResult(sessions, received, dropped) { Corrections = corrections };
    }

    private static int? Number(JsonElement meta, string name) =>
        meta.ValueKind == JsonValueKind.Object && meta.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private static SmokeSession? ReadSession(JsonElement item, bool allowHttpPictures, Corrections corrections)
    {
        if (item.ValueKind != JsonValueKind.Object) return null;
        WireSession? wire;
        try
        {
            wire = item.Deserialize(SessionWireContext.Default.WireSession);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A name of it stands there twice, or is no text.
            return null;
        }

        if (wire is not { Id: { } id, CreatedAt: { } created, User: { } user } || Text(id, UntrustedText.LongestName) is not { } cleanId) return null;
        var (started, ended) = (Date(wire.StartedAt), Date(wire.EndedAt));
        return new SmokeSession
        {
            Id = cleanId,
            CreatedAt = Date(created),
            StartedAt = started,
            EndedAt = ended,
            Duration = corrections.Check("duration", wire.DurationSeconds, Duration(wire.DurationSeconds, started, ended)),
            Rating = corrections.Check("rating", wire.Rating, wire.Rating is >= 0 and <= 5 ? wire.Rating : null),
            Note = Text(wire.Note, UntrustedText.LongestNote),
            User = new SessionUser { Id = Name(user.Id), DisplayName = DisplayName(user, corrections), AvatarUrl = Url(user.AvatarUrl) },
            Cigar = Name(wire.Cigar?.Name) is { } cigar
                ? new SessionCigar { Id = Name(wire.Cigar!.Id), Name = cigar, BrandName = Name(wire.Cigar.BrandName), ImageUrl = Url(wire.Cigar.ImageUrl) }
                : null,
            Venue = Name(wire.Venue?.Name) is { } venue ? new SessionVenue { Id = Name(wire.Venue!.Id), Name = venue } : null,
        };

        string? Text(string? text, int longest) => corrections.CheckText(text, UntrustedText.Clean(text, longest));
        string? Name(string? text) => Text(text, UntrustedText.LongestName);
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

        string? Name(string? text) => corrections.CheckText(text, UntrustedText.Clean(text, UntrustedText.LongestName));
    }

    private static TimeSpan? Duration(double? seconds, DateTimeOffset? started, DateTimeOffset? ended)
    {
        var between = ended - started;
        TimeSpan? stated = seconds is > 0 and <= 86_400 ? TimeSpan.FromSeconds(Math.Round(seconds.Value)) : null;
        var contradictory = between < TimeSpan.Zero || (stated is { } s && between is { } b && (s - b).Duration() > Tolerance);
        var duration = contradictory ? null : stated ?? between;
        return duration > TimeSpan.Zero && duration <= LongestSession ? duration : null;
    }

    /// <summary>What was read of an answer, and what was received and left out.</summary>
    internal sealed record ReadResult(List<SmokeSession> Sessions, int Received, int Dropped)
    {
        /// <summary>How many items upstream says it has sent; null when it does not say.</summary>
        public int? Counted { get; init; }

        /// <summary>How many items upstream says a page of it has; null when it does not say.</summary>
        public int? PageSize { get; init; }

        public Corrections Corrections { get; init; } = new();
    }
}
