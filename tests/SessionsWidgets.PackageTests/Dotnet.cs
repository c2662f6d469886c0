using System.Diagnostics;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.PackageTests;

/// <summary>The command <c>dotnet</c>, as a user's shell would start it.</summary>
internal static class Dotnet
{
    /// <summary>What starts it in a folder.</summary>
    public static ProcessStartInfo In(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder };
        // Settings of the test run are not those of what it starts.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        // No process stays behind: each ends with the command, and is in its machine time.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        return start;
    }

    /// <summary>Runs it to its end.</summary>
    public static Task<ProgramRun> RunAsync(string folder, params string[] arguments) =>
        ProgramRun.OfProcessAsync(In(folder, arguments));
}
