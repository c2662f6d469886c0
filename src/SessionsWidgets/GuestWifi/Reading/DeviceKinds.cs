namespace SessionsWidgets;

/// <summary>Maps device descriptions to device types.</summary>
internal static class DeviceKinds
{
    private static readonly (string Word, DeviceKind Kind)[] Words =
    [
        // The first match wins: televisions and tablets run Android too.
        ("TV", DeviceKind.Other), ("iPad", DeviceKind.Tablet), ("tablet", DeviceKind.Tablet), ("Kindle", DeviceKind.Tablet),
        ("iPhone", DeviceKind.Phone), ("Android", DeviceKind.Phone), ("phone", DeviceKind.Phone), ("mobile", DeviceKind.Phone),
        ("Windows", DeviceKind.Computer), ("Mac", DeviceKind.Computer), ("Linux", DeviceKind.Computer), ("CrOS", DeviceKind.Computer),
        ("Chromebook", DeviceKind.Computer),
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
