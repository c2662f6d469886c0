using AngleSharp.Html.Parser;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests;

public class ReadmeTests
{
    [Fact]
    public async Task RenderCommand_AsWritten_PrintsFiveSessions()
    {
        await using var sandbox = await SandboxApi.StartAsync();
        var command = Readme.Blocks("bash").Single(b => b.Contains("-- render", StringComparison.Ordinal));
        command.ShouldStartWith($"SessionsWidgets__ApiKey={sandbox.ApiKey} dotnet run --project src/SessionsWidgets.Cli -- ");
        var arguments = command.Split(" -- ")[1]
            .Replace("http://127.0.0.1:5081", sandbox.BaseUrl.AbsoluteUri, StringComparison.Ordinal)
            .Split(' ');
        var run = await CliRun.Of(arguments, null, TimeProvider.System, ("SessionsWidgets__ApiKey", sandbox.ApiKey));
        run.ExitCode.ShouldBe(0, run.Error);
        new HtmlParser().ParseDocument(run.Output).QuerySelectorAll("article").Length.ShouldBe(5);
    }

    [Fact]
    public void Commands_AsWritten_NameProjectsThatExist()
    {
        foreach (var line in Readme.Blocks("bash").SelectMany(b => b.Split('\n')))
        {
            var project = line.Split("--project ").ElementAtOrDefault(1)?.Split(' ')[0];
            if (project is not null) Directory.GetFiles(RepositoryFiles.PathOf(project), "*.csproj").ShouldHaveSingleItem();
            else File.Exists(RepositoryFiles.PathOf(line)).ShouldBeTrue(line);
        }
    }
}
