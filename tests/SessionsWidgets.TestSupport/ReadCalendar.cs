using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Shouldly;

namespace SessionsWidgets.TestSupport;

/// <summary>A calendar file as another library reads it, after a look at its lines.</summary>
public sealed record ReadCalendar(IReadOnlyList<string> Lines, Calendar Calendar)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The names of all properties, in order.</summary>
    public IEnumerable<string> Names => Lines.Where(l => l[0] != ' ').Select(l => l[..l.IndexOfAny([':', ';'])]);

    public IReadOnlyList<CalendarEvent> Events => [.. Calendar.Events];

    public CalendarEvent Only => Events.ShouldHaveSingleItem();

    /// <exception cref="ShouldAssertException">A line has no CRLF, more than 75 octets, or part of a character.</exception>
    public static ReadCalendar Of(ReadOnlySpan<byte> bytes)
    {
        var lines = new List<string>();
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf("\r\n"u8);
            end.ShouldBeInRange(1, 75);
            lines.Add(Strict.GetString(bytes[..end]));
            lines[^1].Any(c => char.IsControl(c) && c != '\t').ShouldBeFalse(lines[^1]);
            bytes = bytes[(end + 2)..];
        }

        return new ReadCalendar(lines, Calendar.Load($"{string.Join("\r\n", lines)}\r\n").ShouldNotBeNull());
    }

    public static ReadCalendar Of(EventCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Of(calendar.Utf8.Span);
    }

    /// <summary>When an event begins.</summary>
    public static DateTimeOffset StartOf(CalendarEvent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new DateTimeOffset(item.DtStart!.AsUtc, TimeSpan.Zero);
    }

    /// <summary>When an event ends; null where the file does not say.</summary>
    public static DateTimeOffset? EndOf(CalendarEvent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.DtEnd is { } end ? new DateTimeOffset(end.AsUtc, TimeSpan.Zero) : null;
    }
}
