namespace SessionsWidgets.Tests.GuestWifi.Reading;

public class WireValuesTests
{
    [Theory]
    [InlineData("3.34 MB", 3_340_000L)]
    [InlineData("900.58 kB", 900_580L)]
    [InlineData("0 B", 0L)]
    [InlineData("512", 512L)]
    [InlineData("1.5GB", 1_500_000_000L)]
    [InlineData("2 KiB", 2048L)]
    [InlineData("1 TB", 1_000_000_000_000L)]
    [InlineData("-1 MB", null)]
    [InlineData("3,34 MB", null)]
    [InlineData("MB", null)]
    [InlineData("1 XB", null)]
    [InlineData("99999999999999999999 TB", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Size_AsText_IsReadInBytes(string? text, long? bytes) => WireSize.Read(text).ShouldBe(bytes);

    [Theory]
    [InlineData("00:09:05", 545)]
    [InlineData("31:12:05", 112325)]
    [InlineData("100:00:00", 360000)]
    [InlineData("00:60:00", null)]
    [InlineData("-1:00:00", null)]
    [InlineData("9:05", null)]
    [InlineData("99999:00:00", null)]
    [InlineData("1.5:00:00", null)]
    [InlineData("", null)]
    public void Duration_BeyondADay_IsRead(string text, int? seconds) =>
        WireDuration.Read(text).ShouldBe(seconds is { } s ? TimeSpan.FromSeconds(s) : null);

    [Theory]
    [InlineData(42.0, 42)]
    [InlineData(0.0, 0)]
    [InlineData(-5.0, null)]
    [InlineData(1e300, null)]
    public void Duration_InSeconds_IsRead(double value, int? seconds) =>
        WireDuration.Read(value).ShouldBe(seconds is { } s ? TimeSpan.FromSeconds(s) : null);

    [Theory]
    [InlineData("iPhone", DeviceKind.Phone)]
    [InlineData("Android", DeviceKind.Phone)]
    [InlineData("iPad", DeviceKind.Tablet)]
    [InlineData("Android TV", DeviceKind.Other)]
    [InlineData("Macintosh", DeviceKind.Computer)]
    [InlineData("WebKit", DeviceKind.Other)]
    [InlineData("", DeviceKind.Other)]
    public void Device_Description_IsGrouped(string description, DeviceKind kind) => DeviceKinds.Of(description).ShouldBe(kind);
}
