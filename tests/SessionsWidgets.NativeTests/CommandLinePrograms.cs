using SessionsWidgets.Samples.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.NativeTests;

/// <summary>The command line, native and on the .NET runtime, with the same sandbox to ask.</summary>
internal sealed class CommandLinePrograms(PublishedProgram native, SandboxApi sandbox)
{
    private const int Attempts = 5;

    private static string ManagedPath => Path.Combine(AppContext.BaseDirectory, "sessions-widgets.dll");

    public Task<ProcessRun> RunNativeAsync(params string[] arguments) => ProcessRun.OfAsync(native.Path, arguments, Variables);

    public Task<ProcessRun> RunManagedAsync(params string[] arguments) =>
        ProcessRun.OfAsync("dotnet", [ManagedPath, .. arguments], Variables);

    /// <summary>Compares exit code, every byte of the output, and the messages of both.</summary>
    /// <returns>What both gave.</returns>
    public async Task<ProcessRun> ShouldBeSameAsync(params string[] arguments)
    {
        var managed = await RunManagedAsync(arguments);
        for (var attempt = 1; ; attempt++)
        {
            var actual = await RunNativeAsync(arguments);
            if (actual.Everything == managed.Everything) return actual;
            // Between the two the machine's clock may have moved on to another minute, and the words with it: then the managed program
            // too says another thing now.
            var again = await RunManagedAsync(arguments);
            if (again.Everything == managed.Everything || attempt == Attempts)
                actual.Everything.ShouldBe(managed.Everything, string.Join(' ', arguments));
            managed = again;
        }
    }

    private (string Name, string Value)[] Variables =>
    [
        ("SessionsWidgets__ApiBaseUrl", sandbox.BaseUrl.AbsoluteUri),
        ("SessionsWidgets__ApiKey", sandbox.ApiKey),
        ("SessionsWidgets__BusinessId", "stogies-chapin"),
        ("SessionsWidgets__TimeZone", "America/New_York"),
        ("SessionsWidgets__GuestWifi__ApiBaseUrl", sandbox.GuestWifiUrl.AbsoluteUri),
        ("SessionsWidgets__GuestWifi__AccessToken", "sandbox-wifi-token"),
        ("SessionsWidgets__GuestWifi__LocationId", "oVq3TzKcWnB"),
    ];
}
