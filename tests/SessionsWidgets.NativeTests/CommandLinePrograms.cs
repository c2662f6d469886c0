using System.Diagnostics;
using SessionsWidgets.Cli;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.NativeTests;

/// <summary>
/// The command line, native and managed, with the same sandbox to ask. The native one goes by the machine's clock; the managed one, by
/// a clock that stands at each second in which the native one ran: what widgets say of time, they say to the second.
/// </summary>
internal sealed class CommandLinePrograms(PublishedProgram native, SandboxApi sandbox)
{
    // A run of the native program that goes on from one second into the next may have asked in one and written in the other.
    private const int Attempts = 10;

    /// <summary>A clock for the sandbox: the second that it is now.</summary>
    public static ManualClock CreateClock() => new(Second(TimeProvider.System.GetUtcNow()));

    /// <summary>The second that a time is in.</summary>
    public static DateTimeOffset Second(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>Runs both and compares the exit code, every byte of the output, and the messages.</summary>
    /// <returns>What both gave.</returns>
    public async Task<ProgramRun> ShouldBeSameAsync(params string[] arguments)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (actual, seconds) = await RunNativeAsync(arguments);
            foreach (var second in seconds)
            {
                var managed = await RunManagedAsync(second, arguments);
                if (managed.Everything == actual.Everything) return actual;
                if (attempt == Attempts && second == seconds[^1])
                    actual.Everything.ShouldBe(managed.Everything, string.Join(' ', arguments));
            }
        }
    }

    /// <summary>Builds a site with both and compares every byte of every file.</summary>
    /// <param name="site">The site.</param>
    /// <param name="folder">The folder to build in.</param>
    /// <returns>The names of the files.</returns>
    public async Task<IReadOnlyList<string>> ShouldBuildSameAsync(string site, TemporaryFolder folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            var output = folder.PathOf($"native-{attempt}");
            var (run, seconds) = await RunNativeAsync("build", site, "--output", output);
            ShouldHaveBuilt(run);
            var actual = ReadFiles(output);
            var managed = new List<SortedDictionary<string, string>>();
            foreach (var second in seconds)
            {
                output = folder.PathOf($"managed-{attempt}-{managed.Count}");
                ShouldHaveBuilt(await RunManagedAsync(second, "build", site, "--output", output));
                managed.Add(ReadFiles(output));
            }

            actual.Keys.ShouldBe(managed[0].Keys);
            var other = actual.Keys.Where(name => managed.TrueForAll(files => files[name] != actual[name])).ToList();
            if (other.Count == 0) return [.. actual.Keys];
            if (attempt == Attempts) actual[other[0]].ShouldBe(managed[^1][other[0]], other[0]);
        }
    }

    private static void ShouldHaveBuilt(ProgramRun run)
    {
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
    }

    private async Task<(ProgramRun Run, List<DateTimeOffset> Seconds)> RunNativeAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(native.Path, arguments);
        foreach (var (name, value) in Variables) start.Environment[name] = value;
        var second = Second(TimeProvider.System.GetUtcNow());
        var run = await ProgramRun.OfProcessAsync(start);
        var end = TimeProvider.System.GetUtcNow();
        var seconds = new List<DateTimeOffset>();
        for (; second <= end; second = second.AddSeconds(1)) seconds.Add(second);
        return (run, seconds);
    }

    private async Task<ProgramRun> RunManagedAsync(DateTimeOffset second, params string[] arguments)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        var cli = new CommandLine(new CliEnvironment
        {
            Output = output,
            Error = error,
            Variables = Variables,
            WorkingDirectory = Environment.CurrentDirectory,
            Clock = new ManualClock(second),
        });
        var code = await cli.RunAsync(arguments, CancellationToken.None);
        return new ProgramRun(code, output.ToArray(), error.ToString());
    }

    /// <returns>By its name, each file's bytes, each as the character of that number.</returns>
    private static SortedDictionary<string, string> ReadFiles(string folder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            files.Add(Path.GetRelativePath(folder, file), System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)));
        return files;
    }

    private Dictionary<string, string> Variables => new()
    {
        ["SessionsWidgets__ApiBaseUrl"] = sandbox.BaseUrl.AbsoluteUri,
        ["SessionsWidgets__ApiKey"] = sandbox.ApiKey,
        ["SessionsWidgets__BusinessId"] = "stogies-chapin",
        ["SessionsWidgets__TimeZone"] = "America/New_York",
        ["SessionsWidgets__GuestWifi__ApiBaseUrl"] = sandbox.GuestWifiUrl.AbsoluteUri,
        ["SessionsWidgets__GuestWifi__AccessToken"] = "sandbox-wifi-token",
        ["SessionsWidgets__GuestWifi__LocationId"] = "oVq3TzKcWnB",
    };
}
