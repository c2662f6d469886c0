namespace SessionsWidgets;

/// <summary>How <see cref="GuestFields"/> are written in configuration.</summary>
internal static class GuestFieldName
{
    private static readonly (string Name, GuestFields Field)[] Names =
        [("guest", GuestFields.Guest), ("mac", GuestFields.Mac), ("ip", GuestFields.Ip), ("access-code", GuestFields.AccessCode)];

    public static string Allowed { get; } = string.Join(", ", Names.Select(n => $"'{n.Name}'"));

    /// <summary>The field of that name in any case; null when there is none.</summary>
    public static GuestFields? TryGet(string name)
    {
        foreach (var (known, field) in Names)
        {
            if (known.Equals(name, StringComparison.OrdinalIgnoreCase)) return field;
        }

        return null;
    }
}
