using System.Text.Json;
using SessionsWidgets.Sandbox.Data;
using SessionsWidgets.Sandbox.Data.CheckIns;

namespace SessionsWidgets.Sandbox.Answers;

/// <summary>A page of check-ins.</summary>
internal sealed class CheckInAnswer(IReadOnlyList<SeedCheckIn> rows, PageWindow window) : PageAnswer<SeedCheckIn>(rows, window)
{
    /// <summary>Reads what a query asks for.</summary>
    public static CheckInAnswer Read(CheckInStore store, Owner venue, QueryReader query)
    {
        PageWindow window = query.Window();
        return new CheckInAnswer(store.Read(venue.Id, window), window);
    }

    protected override void WriteItem(Utf8JsonWriter json, SeedCheckIn row, string? baseUrl)
    {
        var parts = new OptionalParts(json, row.LeavesOut);
        json.WriteString("id", row.Id);
        json.WriteString("createdAt", Time(row.CreatedAt));
        parts.Write("note", row.Note);
        parts.Write("rating", row.Rating);
        WriteUser(json, parts, row.User, baseUrl);
        WriteVenue(json, parts, row.Venue);
    }
}
