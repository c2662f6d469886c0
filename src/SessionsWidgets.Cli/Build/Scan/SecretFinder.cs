using System.Net;
using System.Text;
using System.Text.Json;

namespace SessionsWidgets.Cli.Build.Scan;

/// <summary>Finds secrets of the settings in files that would be published. Thread-safe.</summary>
internal sealed class SecretFinder
{
    /// <summary>Shorter ones may be ordinary words.</summary>
    private const int MinLength = 16;

    private readonly (string Setting, byte[] Text)[] _secrets;

    public SecretFinder(IEnumerable<ConfiguredSecret> secrets)
    {
        _secrets =
        [
            .. from secret in secrets
               where secret.Value.Length >= MinLength
               from text in FormsOf(secret.Value)
               select (secret.Setting, text),
        ];
        MaxLength = _secrets.Length == 0 ? 0 : _secrets.Max(secret => secret.Text.Length);
    }

    /// <summary>The number of bytes of the longest secret.</summary>
    public int MaxLength { get; }

    /// <summary>Finds the first of the secrets that is in a text.</summary>
    /// <returns>The position, and the name of the setting; null if there is none.</returns>
    public (int Position, string Setting)? Find(ReadOnlySpan<byte> text)
    {
        foreach (var (setting, secret) in _secrets)
        {
            if (text.IndexOf(secret) is var position and >= 0) return (position, setting);
        }

        return null;
    }

    public static string MessageOf(string setting) =>
        $"the file holds the value of {setting}, and would publish it: take it out, and have the key replaced if the file was online.";

    /// <summary>Gets the bytes of a secret as it is, as HTML, JSON and addresses write it, and in UTF-16.</summary>
    private static IEnumerable<byte[]> FormsOf(string secret) =>
        ((string[])[secret, WebUtility.HtmlEncode(secret), JsonEncodedText.Encode(secret).Value, Uri.EscapeDataString(secret)])
            .Distinct(StringComparer.Ordinal)
            .Select(Encoding.UTF8.GetBytes)
            .Append(Encoding.Unicode.GetBytes(secret));
}
