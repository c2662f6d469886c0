namespace SessionsWidgets.Liquid.Tests;

internal static class Settings
{
    public static readonly DateTimeOffset Now = new(2026, 7, 18, 22, 0, 0, TimeSpan.Zero);

    public static readonly LiquidRenderSettings Standard = new() { Now = Now };
}
