namespace SessionsWidgets.Cli;

/// <summary>Reads settings from environment variables, such as SessionsWidgets__BusinessId.</summary>
internal static class SettingVariables
{
    private const string Separator = "__";

    /// <exception cref="ParameterException">A variable was probably meant to be a setting, and is none by its name.</exception>
    public static IEnumerable<KeyValuePair<string, string?>> Read(IReadOnlyDictionary<string, string> variables, string section)
    {
        foreach (var (name, value) in variables)
        {
            Check(name, section);
            yield return new(name.Replace(Separator, ":", StringComparison.Ordinal), value);
        }
    }

    private static void Check(string name, string section)
    {
        if (name.StartsWith($"{section}_", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith(section + Separator, StringComparison.OrdinalIgnoreCase))
            throw NotRead(name, $"write two underscores: {section}{Separator}{name[(section.Length + 1)..]}.");
        var prefix = name.Split(Separator)[0];
        if (prefix.Length == name.Length || prefix.Equals(section, StringComparison.OrdinalIgnoreCase)) return;
        if (DidYouMean.Sentence(prefix, [section]) is { Length: > 0 } meant) throw NotRead(name, $"its section is '{prefix}'.{meant}");
    }

    private static ParameterException NotRead(string name, string reason) =>
        new(name, $"The environment variable {name} is not read: {reason}");
}
