namespace SessionsWidgets.Tests.Templates;

/// <summary>The cases of the Golden Liquid suite that do not give their result, and why.</summary>
internal static class KnownDifferences
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
