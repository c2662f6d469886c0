using System.Text.Json;
using SessionsWidgets.Samples.Sandbox.Data;
using SessionsWidgets.Samples.Sandbox.Data.CheckIns;

namespace SessionsWidgets.Samples.Sandbox.Endpoints;

/// <summary>A page of check-ins.</summary>
internal sealed class CheckInAnswer(IReadOnlyList<SeedCheckIn> rows, PageWindow window) : PageAnswer<SeedCheckIn>(rows, window)
{
    protected override void WriteItem(Utf8JsonWriter json, SeedCheckIn row, string baseUrl)
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
