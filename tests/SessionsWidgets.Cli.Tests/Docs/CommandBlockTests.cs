using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.Cli.Tests.Docs;

/// <summary>
/// The commands of every page: those of this program run, and what others name is there: projects, packages, templates, tests, files.
/// </summary>
public sealed class CommandBlockTests
{
    public static TheoryData<string, string> Blocks
    {
        get
        {
            var blocks = new TheoryData<string, string>();
            foreach (var block in DocBlocks.All.Where(b => b.IsCommands)) blocks.Add(block.ToString(), block.Text);
            return blocks;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Commands_OfABlock_RunOrNameWhatIsThere(string block, string text)
    {
        var commands = ShellCommand.In(text).ToList();
        commands.ShouldNotBeEmpty(block);

        await using var run = new BlockRun(text);
        foreach (var command in commands) await run.OfAsync(command);
    }

    [Theory]
    [InlineData("sessions-widgets build site --outptu dist", "--outptu")]
    [InlineData("dotnet run --project samples/NoSuchSite", "NoSuchSite")]
    [InlineData("dotnet test tests/SessionsWidgets.Tests --filter FullyQualifiedName~NoSuchTest", "NoSuchTest")]
    [InlineData("dotnet add package SessionsWidgets.NoSuchPackage", "NoSuchPackage")]
    [InlineData("no-such-program --help", "no-such-program")]
    public async Task Commands_OfWhatIsNotThere_AreFound(string text, string named)
    {
        await using var run = new BlockRun(text);
        var failure = await Assert.ThrowsAsync<ShouldAssertException>(() => run.OfAsync(ShellCommand.In(text).Single()));
        failure.Message.ShouldContain(named);
    }
}
