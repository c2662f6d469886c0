namespace SessionsWidgets;

/// <summary>Groups what devices say of themselves.</summary>
internal static class DeviceKinds
{
    private static readonly (string Word, DeviceKind Kind)[] Words =
    [
        // The first that fits counts: a television runs Android, and so does a tablet.
        ("TV", DeviceKind.Other), ("iPad", DeviceKind.Tablet), ("tablet", DeviceKind.Tablet), ("Kindle", DeviceKind.Tablet),
        ("iPhone", DeviceKind.Phone), ("Android", DeviceKind.Phone), ("phone", DeviceKind.Phone), ("mobile", DeviceKind.Phone),
        ("Windows", DeviceKind.Computer), ("Mac", DeviceKind.Computer), ("Linux", DeviceKind.Computer),
        ("CrOS", DeviceKind.Computer), ("Chromebook", DeviceKind.Computer),
    ];

    public static DeviceKind Of(string? description)
    {
        foreach (var (word, kind) in Words)
        {
            if (description?.Contains(word, StringComparison.OrdinalIgnoreCase) == true) return kind;
        }

        return DeviceKind.Other;
    }
}
