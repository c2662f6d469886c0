using System.Text.Json;
using SessionsWidgets.Sandbox.Data;

namespace SessionsWidgets.Sandbox.Answers;

/// <summary>A page of sessions.</summary>
internal sealed class SessionAnswer(IReadOnlyList<SeedSession> rows, PageWindow window) : PageAnswer<SeedSession>(rows, window)
{
    /// <summary>Reads what a query asks for.</summary>
    public static SessionAnswer Read(SessionStore store, Owner owner, QueryReader query)
    {
        PageWindow window = query.Window();
        // Only businesses have featured sessions; elsewhere the parameter is as unknown as any other.
        bool featuredOnly = owner.Kind != OwnerKind.Cigar && query.Flag("featured") is true;
        return new SessionAnswer(store.Read(owner, window, featuredOnly), window);
    }

    protected override void WriteItem(Utf8JsonWriter json, SeedSession row, string? baseUrl)
    {
        var parts = new OptionalParts(json, row.LeavesOut);
        json.WriteString("id", row.Id);
        json.WriteString("createdAt", Time(row.CreatedAt));
        parts.Write("startedAt", row.StartedAt is { } start ? Time(start) : null);
        parts.Write("endedAt", row.EndedAt is { } end ? Time(end) : null);
        parts.Write("durationSeconds", row.DurationSeconds);
        parts.Write("rating", row.Rating / 10m);
        parts.Write("note", row.Note);
        WriteUser(json, parts, row.User, baseUrl);
        if (parts.Starts("cigar", row.Cigar is not null))
        {
            json.WriteString("id", row.Cigar!.Id);
            json.WriteString("name", row.Cigar.Name);
            json.WriteString("brandName", row.Cigar.Brand.Name);
            parts.Write("imageUrl", row.Cigar.HasPicture ? Picture(baseUrl, "cigars", row.Cigar.Id) : null);
            json.WriteEndObject();
        }

        WriteVenue(json, parts, row.Venue);
    }
}
