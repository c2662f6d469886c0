using System.Diagnostics;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.PackageTests;

[Collection(nameof(Packages))]
public sealed class ToolTests(Packages packages)
{
    [Fact]
    public async Task CommandLine_Installed_BuildsASiteAndServesIt()
    {
        var tools = Path.Combine(packages.Projects, "tools");
        (await Dotnet.RunAsync(
            packages.Projects, "tool", "install", "SessionsWidgets.Cli", "--tool-path", tools, "--version", packages.Version))
            .OrThrow("dotnet tool install");
        using var site = new TemporaryFolder();
        site.Write("site/index.html", "<!doctype html><title>Lounge</title><main><recent-smokes limit=\"3\"></recent-smokes></main>");

        var run = await ProgramRun.OfProcessAsync(new ProcessStartInfo(
            Path.Combine(tools, "sessions-widgets"), ["build", site.PathOf("site"), "--output", site.PathOf("out"), "--sandbox"]));

        run.ExitCode.ShouldBe(0, run.Error);
        (await File.ReadAllTextAsync(Path.Combine(site.PathOf("out"), "index.html"))).ShouldContain("sw-recent-smokes");
        await using var server = TalkingProcess.Start(
            site.Path, Path.Combine(tools, "sessions-widgets"), "serve", site.PathOf("site"), "--sandbox");
        using var http = new HttpClient();
        (await http.GetStringAsync(await server.ServesAsync())).ShouldContain("sw-recent-smokes");
    }
}
