using System.Globalization;
using System.Text;

namespace SessionsWidgets.Tests.Localization;

/// <summary>
/// Each text fits where it stands, in every language. A room is measured in columns of half an em; an East Asian character takes two.
/// Rooms follow from the stylesheet, for a widget of 20 em (a telephone), which has 17 em within its panel; where a text may wrap,
/// the room has as many lines as look well there.
/// </summary>
public class LocaleRoomTests
{
    /// <summary>What a word may take, so that it fits a widget of 12 em.</summary>
    private const int Word = 18;

    private static readonly LocaleSet Locales = new([]);

    private static readonly (string Room, int Columns, string[] Keys)[] Rooms =
    [
        ("a pill over a picture, which never wraps", 16, ["smoking_now", "happening_now"]),
        ("a unit beside a figure", 5,
        [
            "unit_hours", "unit_minutes", "unit_bytes", "unit_kilobytes", "unit_megabytes", "unit_gigabytes", "unit_terabytes", "am", "pm",
        ]),
        ("a number over a bar", 6, ["few"]),
        ("a day under a bar", 8, ["today"]),
        ("words in place of a figure, at twice the size", 13, ["a_few", "a_few_visits"]),
        ("the column of durations, which never wrap", 16,
            ["hours_short", "minutes_short", "hours_and_minutes_short", "under_a_minute_short"]),
        ("a duration so far, in two lines of that column", 24, ["so_far"]),
        ("half of a card's foot", 20, ["not_rated_yet", "smokes"]),
        ("the label of a figure, in two lines", 26, ["guests_online", "visits_today", "smokes_today", "check_ins_today"]),
        ("the term of a detail", 20, ["rating", "duration", "where", "connected_since", "updated"]),
        ("a heading, in two lines", 32,
        [
            "recent_smokes", "session_card", "cigar_cards", "guest_visits", "wifi_time", "guest_sessions", "lounge_activity",
            "upcoming_events", "past_events", "events", "recent_check_ins", "smoke_session", "checked_in",
        ]),
        ("a link", 32,
        [
            "all_sessions", "all_cigars", "all_events", "all_check_ins", "open_sessions", "open_cigars", "open_events", "open_page",
            "tickets", "add_to_calendar", "add_all_to_calendar", "previous_page", "next_page", "page", "all_names",
        ]),
        ("a column of the staff's table", 20,
        [
            "start", "guest", "device", "device_phone", "device_tablet", "device_computer", "device_other", "device_mac", "device_ip",
            "access_code", "downloaded", "uploaded", "online", "visits",
        ]),
        ("a time within a line", 24,
            ["just_now", "minutes_ago", "hours_ago", "yesterday", "days_ago", "event_today", "event_tomorrow", "all_day"]),
        ("a line", 40, ["lit", "last_smoked", "as_of", "last_check_in", "in_zone", "on_wifi_now", "on_wifi_then", "on_this_visit"]),
        ("a sentence, in two lines", 80,
        [
            "of_last_smokes", "last_days", "a_day_on_average", "average_stay", "summary", "summary_all_rated", "summary_one_rated",
            "summary_unrated", "summary_single", "summary_single_unrated", "summary_ratings",
        ]),
        ("the title of a state, in two lines", 74,
        [
            "no_smokes_title", "no_cigars_title", "no_visits_title", "no_events_title", "no_past_events_title", "no_check_ins_title",
            "no_guest_sessions_title", "not_on_wifi_title", "unavailable_title", "smokes_unavailable", "cigars_unavailable",
            "guests_unavailable", "events_unavailable", "check_ins_unavailable",
        ]),
        ("the text of a state, in two lines", 80,
        [
            "no_smokes_text", "no_cigars_text", "no_visits_text", "no_events_text", "no_past_events_text", "no_check_ins_text",
            "no_guest_sessions_text", "no_guests_text", "not_on_wifi_text", "unavailable_text",
        ]),
    ];

    /// <summary>What is only heard, or holds nothing but other texts, needs no room.</summary>
    private static readonly string[] WithoutRoom =
    [
        "rated", "hours_long", "minutes_long", "hours_and_minutes_long", "under_a_minute_long", "tickets_for", "add_to_calendar_for",
        "pages", "scrolls_sideways", "day_and_time", "range", "summary_rated",
    ];

    [Fact]
    public void Texts_EveryOne_HaveARoomOrAreOnlyHeard() =>
        Rooms.SelectMany(r => r.Keys).Concat(WithoutRoom).Order().ShouldBe(Locales.Find("en")!.Keys.Order());

    [Fact]
    public void Texts_OfEveryLanguage_FitTheirRooms()
    {
        var tooLong =
            from language in LocaleSet.BuiltInLanguages
            from room in Rooms
            from key in room.Keys
            from text in Written(Locales.Find(language)!, key)
            let width = Width(text)
            let word = text.Split(' ', '\u00A0', '-', '\u2011').Where(w => !w.Any(IsWide)).Select(Width).Append(0).Max()
            where width > room.Columns || word > Word
            select width > room.Columns
                ? $"{language}: {key} is '{text}', {width} columns; {room.Room} has {room.Columns}."
                : $"{language}: {key} is '{text}', which has a word of {word} columns; a narrow widget has {Word}.";

        tooLong.Distinct().ShouldBeEmpty();
    }

    /// <summary>A text as it is at its longest: with every plural, and with long values in its gaps.</summary>
    private static IEnumerable<string> Written(Locale locale, string key) => key switch
    {
        "hours_and_minutes_short" => [locale.Duration(new TimeSpan(23, 59, 0))],
        "minutes_ago" => Counted(locale, key, 1, 2, 59),
        "hours_ago" => Counted(locale, key, 1, 2, 23),
        "days_ago" => Counted(locale, key, 1, 2, 6),
        "last_days" => Counted(locale, key, 1, 2, 7, 30),
        _ => Counted(locale, key, 1, 2, 5, 21, 100),
    };

    private static IEnumerable<string> Counted(Locale locale, string key, params long[] counts) =>
        counts.Select(count => locale.Text(key, count, gap => gap switch
        {
            "time" => locale.Date(new DateTime(2026, 9, 28, 22, 30, 0), key == "as_of" ? "date_time" : "date"),
            "duration" => locale.Duration(new TimeSpan(23, 59, 0)),
            "average" => locale.Rating(4.4),
            "rated" => locale.Text("summary_rated", 38),
            "period" => locale.Text("last_days", 30),
            "hours" or "minutes" => "",
            "city" => "New York",
            "page" => "12",
            _ => throw new InvalidOperationException($"{key}: what stands in {{{gap}}}?"),
        })!);

    private static int Width(string text) => text.EnumerateRunes().Sum(static rune =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format ? 0 : IsWide((char)rune.Value) ? 2 : 1);

    private static bool IsWide(char c) => c is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uA4CF')
        or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE4F') or (>= '\uFF00' and <= '\uFF60');
}
