namespace SessionsWidgets.Cli.Build.Scan;

/// <summary>Finds secrets of the settings in files that would be published, as they are and escaped. Thread-safe.</summary>
internal sealed class SecretFinder
{
    /// <summary>Shorter ones may be ordinary words.</summary>
    private const int MinLength = 16;

    private readonly (string Setting, SecretText Text)[] _secrets;

    public SecretFinder(IEnumerable<ConfiguredSecret> secrets)
    {
        _secrets =
        [
            .. from secret in secrets
               where secret.Value.Length >= MinLength
               select (secret.Setting, new SecretText(secret.Value)),
        ];
        MaxLength = _secrets.Length == 0 ? 0 : _secrets.Max(secret => secret.Text.MaxLength);
    }

    /// <summary>The number of bytes of the longest secret, with all its characters escaped.</summary>
    public int MaxLength { get; }

    /// <summary>Finds the first of the secrets that is in a text.</summary>
    /// <returns>The position, and the name of the setting; null if there is none.</returns>
    public (int Position, string Setting)? Find(ReadOnlySpan<byte> text)
    {
        foreach (var (setting, secret) in _secrets)
        {
            if (secret.FindIn(text) is { } position) return (position, setting);
        }

        return null;
    }

    public static string MessageOf(string setting) =>
        $"the file holds the value of {setting}, and would publish it: take it out, and have the key replaced if the file was online.";
}
