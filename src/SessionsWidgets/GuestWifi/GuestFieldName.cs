namespace SessionsWidgets;

/// <summary>The names of <see cref="GuestFields"/> in configuration.</summary>
internal static class GuestFieldName
{
    private static readonly (string Name, GuestFields Field)[] Names =
        [("guest", GuestFields.Guest), ("mac", GuestFields.Mac), ("ip", GuestFields.Ip), ("access-code", GuestFields.AccessCode)];

    public static string Allowed { get; } = string.Join(", ", Names.Select(n => $"'{n.Name}'"));

    /// <summary>The name that a text was probably meant to be; null if none is near.</summary>
    public static string? Nearest(string text) => NearestName.Of(text, Names.Select(static n => n.Name));

    /// <summary>The field of a name, ignoring case; null if unknown.</summary>
    public static GuestFields? TryGet(string name)
    {
        foreach (var (known, field) in Names)
        {
            if (known.Equals(name, StringComparison.OrdinalIgnoreCase)) return field;
        }

        return null;
    }
}
