namespace SessionsWidgets;

/// <summary>The names of enumeration values in parameters and settings: in lower case.</summary>
internal static class EnumText
{
    /// <summary>The allowed names, as the rest of a sentence.</summary>
    public static string Allowed<T>()
        where T : struct, Enum => $"it must be {string.Join(" or ", Enum.GetNames<T>().Select(static name => $"'{NameOf(name)}'"))}.";

#pragma warning disable CA1308 // The names are lower case.
    public static string NameOf(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
