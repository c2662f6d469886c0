using System.Diagnostics;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Templates;

/// <summary>What the benchmarks compare writes the same page.</summary>
public class ComparedPagesTests
{
    [Fact]
    public async Task Benchmarks_AllWaysOfThePage_WriteTheSame()
    {
        var program = Path.Combine(
            RepositoryFiles.OutputOf("tests", "SessionsWidgets.Benchmarks"), "SessionsWidgets.Benchmarks.dll");
        (await ProgramRun.OfProcessAsync(new ProcessStartInfo("dotnet", [program, "check"]))).OrThrow("check");
    }
}
