using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests;

/// <summary>Time zones by their Windows ids, in a program without globalization data.</summary>
public sealed class TimeZoneSettingTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SandboxApi _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await SandboxApi.StartAsync(new SandboxOptions { Clock = _clock });

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Theory]
    [InlineData("Eastern Standard Time", "America/New_York")]
    [InlineData("eastern standard time", "America/New_York")]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("India Standard Time", "Asia/Kolkata")]
    [InlineData(" Tokyo Standard Time ", "Asia/Tokyo")]
    [InlineData("UTC", "Etc/UTC")]
    public async Task Render_WindowsId_ShowsTheDatesOfTheZone(string id, string name)
    {
        var run = await RenderAsync(id);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldBe((await RenderAsync(name)).Output);
    }

    [Theory]
    [InlineData("Eastern Time")]
    [InlineData("Mars Standard Time")]
    [InlineData("America/Olympus")]
    public async Task Render_NoZone_SaysWhatIsAllowedWithExitCode2(string id)
    {
        var run = await RenderAsync(id);
        run.Error.ShouldStartWith($"sessions-widgets: SessionsWidgets:TimeZone is '{id}'; it must be the IANA name or the Windows id");
        run.ExitCode.ShouldBe(2);
    }

    private Task<CliRun> RenderAsync(string zone) => CliRun.Of(
        [
            "render", "recent-smokes", "--api-base-url", _sandbox.BaseUrl.AbsoluteUri, "--business-id", "stogies-chapin", "--dates",
            "absolute", "--time-zone", zone,
        ],
        null,
        _clock,
        ("SessionsWidgets__ApiKey", _sandbox.ApiKey));
}
