using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Turns the bytes of an answer into sessions. Broken items are left out and counted; a broken answer is an error.</summary>
internal static class SessionReader
{
    /// <summary>The longest session that is believed: 24 hours.</summary>
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(24);

    /// <summary>How far upstream's duration may be off the time between start and end.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <exception cref="PayloadException">The answer is not JSON, has no list of data, or more than half of its items are broken.</exception>
    public static ReadResult Read(ReadOnlySpan<byte> json, bool allowHttpPictures)
    {
        List<JsonElement> items;
        try
        {
            items = JsonSerializer.Deserialize(json, SessionWireContext.Default.WirePage)?.Data
                ?? throw new PayloadException("the answer has no list 'data'");
        }
        catch (JsonException e)
        {
            throw new PayloadException($"the answer is not the JSON that is expected (line {e.LineNumber + 1}, byte {e.BytePositionInLine})");
        }

        var sessions = new List<SmokeSession>(items.Count);
        foreach (var item in items)
        {
            if (ReadSession(item, allowHttpPictures) is { } session) sessions.Add(session);
        }

        var dropped = items.Count - sessions.Count;
        if (dropped * 2 > items.Count) throw new PayloadException($"{dropped} of {items.Count} items of the answer are broken");
        return new ReadResult(sessions, items.Count, dropped);
    }

    private static SmokeSession? ReadSession(JsonElement item, bool allowHttpPictures)
    {
        if (item.ValueKind != JsonValueKind.Object) return null;
        WireSession? wire;
        try
        {
            wire = item.Deserialize(SessionWireContext.Default.WireSession);
        }
        catch (JsonException)
        {
            return null;
        }

        if (wire is not { Id: { } id, CreatedAt: { } created, User: { } user } || UntrustedText.Clean(id, UntrustedText.LongestName) is not { } cleanId) return null;
        var started = WireDate.Read(wire.StartedAt);
        var ended = WireDate.Read(wire.EndedAt);
        return new SmokeSession
        {
            Id = cleanId,
            CreatedAt = WireDate.Read(created),
            StartedAt = started,
            EndedAt = ended,
            Duration = Duration(wire.DurationSeconds, started, ended),
            Rating = wire.Rating is >= 0 and <= 5 ? wire.Rating : null,
            Note = UntrustedText.Clean(wire.Note, UntrustedText.LongestNote),
            User = new SessionUser
            {
                Id = Name(user.Id),
                DisplayName = DisplayName(user),
                AvatarUrl = UntrustedUrl.Read(user.AvatarUrl, allowHttpPictures),
            },
            Cigar = Name(wire.Cigar?.Name) is { } cigar
                ? new SessionCigar
                {
                    Id = Name(wire.Cigar!.Id),
                    Name = cigar,
                    BrandName = Name(wire.Cigar.BrandName),
                    ImageUrl = UntrustedUrl.Read(wire.Cigar.ImageUrl, allowHttpPictures),
                }
                : null,
            Venue = Name(wire.Venue?.Name) is { } venue ? new SessionVenue { Id = Name(wire.Venue!.Id), Name = venue } : null,
        };
    }

    private static string? Name(string? text) => UntrustedText.Clean(text, UntrustedText.LongestName);

    /// <summary>The display name, else first name and last initial, else "Boxpressd User", as Boxpressd's own SDK shows people.</summary>
    private static string DisplayName(WireUser user)
    {
        if ((Name(user.DisplayName) ?? Name(user.DisplayNameInSnakeCase)) is { } display) return display;
        return (Name(user.FirstName), Name(user.LastName)) switch
        {
            ({ } first, { } last) => $"{first} {last.EnumerateRunes().First()}.",
            ({ } first, null) => first,
            _ => "Boxpressd User",
        };
    }

    private static TimeSpan? Duration(double? seconds, DateTimeOffset? started, DateTimeOffset? ended)
    {
        var between = ended - started;
        TimeSpan? stated = seconds is > 0 and <= 86_400 ? TimeSpan.FromSeconds(Math.Round(seconds.Value)) : null;
        var contradictory = between < TimeSpan.Zero || (stated is { } s && between is { } b && (s - b).Duration() > Tolerance);
        var duration = contradictory ? null : stated ?? between;
        return duration > TimeSpan.Zero && duration <= LongestSession ? duration : null;
    }

    internal sealed record ReadResult(List<SmokeSession> Sessions, int Received, int Dropped);
}
