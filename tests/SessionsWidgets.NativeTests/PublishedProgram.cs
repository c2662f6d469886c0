using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.NativeTests;

/// <summary>A native program, and what was said while it was published.</summary>
/// <param name="Path">The program.</param>
/// <param name="Warnings">The warnings, each once: its number and its text.</param>
public sealed partial record PublishedProgram(string Path, IReadOnlyList<string> Warnings)
{
    /// <exception cref="InvalidOperationException">It cannot be published; the message has what the SDK says.</exception>
    internal static async Task<PublishedProgram> OfAsync(string project, string folder, string name)
    {
        // What is compiled lies with the program, so that each run compiles it, and tells of all warnings. No process stays behind.
        var run = await ProgramRun.OfProcessAsync(new ProcessStartInfo(
            "dotnet",
            [
                "publish", RepositoryFiles.PathOf(project.Split('/')), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
                "-o", folder, "-v", "q", "-nologo",
                $"-p:NativeIntermediateOutputPath={folder}.obj/", "-p:UseSharedCompilation=false", "-nodeReuse:false",
            ]));
        var output = run.OutputText + run.Error;
        if (run.ExitCode != 0) throw new InvalidOperationException($"{project} cannot be published:\n{output}");
        var warnings = WarningLine().Matches(output).Select(m => $"{m.Groups["code"].Value}: {m.Groups["text"].Value}");
        return new PublishedProgram(System.IO.Path.Combine(folder, name), [.. warnings.Distinct().Order(StringComparer.Ordinal)]);
    }

    // file : [Trim analysis ]warning IL2104: Assembly 'Fluid' produced trim warnings. For more information see … [project]
    [GeneratedRegex(@"\bwarning( (?<code>[A-Z]+\d+))?\s*: (?<text>[^.\n]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WarningLine();
}
