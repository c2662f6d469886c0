using System.Globalization;
using SessionsWidgets.Sandbox.Data;

namespace SessionsWidgets.Sandbox.Data.GuestWifi;

internal sealed record Guest(
    string Id, string Name, string Email, string Username, string YasId, string Mac, string Device, string Login, string AccessCode);

/// <summary>Draws guests and ids. Not thread-safe.</summary>
internal sealed class GuestMaker(SeedRandom random)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const string Hex = "0123456789abcdef";

    public Guest Make(int index)
    {
        string first = random.Pick(GuestWifiCatalogue.FirstNames);
        string login = random.Pick(GuestWifiCatalogue.Logins);
        return new Guest(
            Id(),
            $"{first} Example",
            string.Create(CultureInfo.InvariantCulture, $"guest{index + 1}@example.com"),
            Text(Hex, 8).ToUpperInvariant(),
            $"{Text(Hex, 8)}-{Text(Hex, 4)}-4{Text(Hex, 3)}-a{Text(Hex, 3)}-{Text(Hex, 12)}",
            // The second digit marks an address that no maker has been given.
            $"{Text(Hex, 1)}2:{string.Join(':', Enumerable.Range(0, 5).Select(_ => Text(Hex, 2)))}",
            random.Pick(GuestWifiCatalogue.Devices),
            login,
            login == "Access Code" ? Text(Letters, 6).ToUpperInvariant() : "");
    }

    /// <summary>An id as the service writes them: eleven letters and digits.</summary>
    public string Id() => Text(Letters, 11);

    private string Text(string letters, int length) => string.Create(length, (random, letters), static (text, from) =>
    {
        for (int index = 0; index < text.Length; index++)
            text[index] = from.letters[from.random.Below(from.letters.Length)];
    });
}
