namespace SessionsWidgets.Sandbox.Data;

/// <summary>
/// What people write, from the embedded text files: one note a line, <c>+</c> before those of a good smoke or
/// visit, <c>~</c> before the others; <c>\n</c> is a line break.
/// </summary>
internal static class Notes
{
    private static readonly Dictionary<(string Language, bool IsGood), string[]> _notes = ReadAll("");
    private static readonly Dictionary<(string Language, bool IsGood), string[]> _visits = ReadAll("check-ins/");

    public static IReadOnlyList<string> VeryLong { get; } = Read("very-long").Select(note => note.Text).ToArray();

    /// <summary>Text that must never become markup or template code.</summary>
    public static IReadOnlyList<string> Hostile { get; } = Read("hostile").Select(note => note.Text).ToArray();

    /// <summary>Of a smoke.</summary>
    public static IReadOnlyList<string> Of(string language, bool isGood) => _notes[(language, isGood)];

    /// <summary>Of a visit to a lounge.</summary>
    public static IReadOnlyList<string> OfVisit(string language, bool isGood) => _visits[(language, isGood)];

    private static Dictionary<(string Language, bool IsGood), string[]> ReadAll(string folder) =>
        "en es fr de it pt ar he ja zh ko ru el".Split(' ')
            .SelectMany(language => Read(folder + language).GroupBy(note => (language, note.IsGood), note => note.Text))
            .ToDictionary(group => group.Key, group => group.ToArray());

    private static IEnumerable<(bool IsGood, string Text)> Read(string name)
    {
        using Stream stream = typeof(Notes).Assembly.GetManifestResourceStream($"notes/{name}.txt")
            ?? throw new InvalidOperationException($"The notes '{name}' are not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 2)
                yield return (line[0] == '+', line[2..].Replace("\\n", "\n", StringComparison.Ordinal));
        }
    }
}
