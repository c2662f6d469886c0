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
    public static ReadResult Read(ReadOnlyMemory<byte> json, bool allowHttpPictures)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return ReadItems(Items(document.RootElement), allowHttpPictures);
        }
        catch (JsonException e)
        {
            throw new PayloadException($"the answer is not the JSON that is expected (line {e.LineNumber + 1}, byte {e.BytePositionInLine})");
        }
    }

    /// <summary>The items of the envelope. A name that stands there twice says two things, so nothing of the answer is believed; within an item, only the item is.</summary>
    private static JsonElement Items(JsonElement envelope)
    {
        if (envelope.ValueKind != JsonValueKind.Object) throw new PayloadException("the answer is no JSON object");
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in envelope.EnumerateObject())
        {
            if (!names.Add(property.Name)) throw new PayloadException($"the answer has '{(property.Name.Length > 20 ? "a name" : property.Name)}' twice");
        }

        return envelope.TryGetProperty("data", out var items) && items.ValueKind == JsonValueKind.Array
            ? items
            : throw new PayloadException("the answer has no list 'data'");
    }

    private static ReadResult ReadItems(JsonElement items, bool allowHttpPictures)
    {
        var received = items.GetArrayLength();
        var sessions = new List<SmokeSession>(received);
        foreach (var item in items.EnumerateArray())
        {
            if (ReadSession(item, allowHttpPictures) is { } session) sessions.Add(session);
        }

        var dropped = received - sessions.Count;
        if (dropped * 2 > received) throw new PayloadException($"{dropped} of {received} items of the answer are broken");
        return new ReadResult(sessions, received, dropped);
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
