namespace SessionsWidgets.Sandbox.Data.GuestWifi;

/// <param name="Id">The id in filters.</param>
/// <param name="Name">The shown name.</param>
/// <param name="Share">How many of a hundred sessions happen here.</param>
/// <param name="Network">The first three parts of its addresses; private networks repeat from place to place.</param>
/// <param name="OpeningHour">When the busy twelve hours begin, in UTC.</param>
/// <param name="Online">How many guests are online at the start.</param>
internal sealed record WifiLocation(string Id, string Name, int Share, string Network, int OpeningHour, int Online);

/// <summary>The made-up places, the same for every seed.</summary>
internal static class GuestWifiCatalogue
{
    /// <summary>The last one has so few guests online that a count of them is personal.</summary>
    public static readonly IReadOnlyList<WifiLocation> Locations =
    [
        new("oVq3TzKcWnB", "Stogies Chapin", 50, "10.1.1", 15, 14),
        new("r8LmXe2DyHs", "Copper Leaf", 30, "172.31.98", 10, 7),
        new("kJ6wPb9GuRa", "Harbour Nine", 20, "10.1.1", 9, 2),
    ];

    public static readonly IReadOnlyList<string> FirstNames =
        ["Jo", "Sam", "Alex", "Robin", "Kim", "Charlie", "Toni", "Noor", "Sasha", "Dana", "Jules", "Mika", "Ari", "Lou", "Renée", "Yuki"];

    public static readonly IReadOnlyList<string> Devices =
        ["WebKit", "iPhone", "Android", "Windows", "Macintosh", "iPad", "Linux", "Android TV", ""];

    public static readonly IReadOnlyList<string> Logins = ["Registration", "Registration", "Access Code", "Social Login", "SMS"];

    public static readonly IReadOnlyList<string> Profiles =
        ["Default Service Profile - 60 Minute(s)", "Evening - 240 Minute(s)", "Members - Unlimited"];
}
