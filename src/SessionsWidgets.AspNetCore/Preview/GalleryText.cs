namespace SessionsWidgets.Preview;

/// <summary>What the gallery says of the built-in widgets, and how languages call themselves.</summary>
internal static class GalleryText
{
    private static readonly Dictionary<string, string> Widgets = new(StringComparer.Ordinal)
    {
        ["recent-smokes"] = "The newest smoke sessions of a lounge, a brand or a cigar, as a list or as cards.",
        ["session-card"] = "One session, large: the newest one, or the featured one.",
        ["cigar-cards"] = "The cigars that were smoked lately, with their rating and how often.",
        ["guests-online"] = "How many guests are on the Wi-Fi now.",
        ["guest-visits"] = "A chart of the visits of the last days.",
        ["lounge-activity"] = "A lounge at a glance: its figures, and what happened last.",
        ["wifi-time"] = "For a visitor: how long the device has been on the Wi-Fi.",
        ["guest-sessions"] = "For staff: the guest Wi-Fi sessions, as a table.",
        ["upcoming-events"] = "What is coming up, in the time of the place, as a list or as cards.",
        ["recent-check-ins"] = "Who has been here lately, as a list or as faces.",
    };

    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ar"] = "العربية", ["de"] = "Deutsch", ["en"] = "English", ["es"] = "Español", ["fr"] = "Français", ["it"] = "Italiano",
        ["ja"] = "日本語", ["nl"] = "Nederlands", ["pl"] = "Polski", ["pt"] = "Português", ["ru"] = "Русский", ["tr"] = "Türkçe",
    };

    public static string AboutWidget(string name) => Widgets.GetValueOrDefault(name) ?? "A widget of your own.";

    public static string LanguageName(string tag) => Languages.GetValueOrDefault(tag) ?? tag;
}
