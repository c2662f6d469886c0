using SessionsWidgets.TestSupport;

namespace SessionsWidgets.GeneratorTests;

/// <summary>What is missing is named with the remedy, and what hangs is ended.</summary>
public sealed class ShellTests
{
    [Fact]
    public void Require_ProgramThatIsNotThere_NamesItAndTheRemedy()
    {
        InstalledPrograms.Require("sh");

        var error = Should.Throw<InvalidOperationException>(() => InstalledPrograms.Require("sh", "no-such-generator"));

        error.Message.ShouldStartWith("Not installed: no-such-generator. As root, ./test.sh installs");
    }

    [Fact]
    public async Task RunAsync_PastItsDeadline_EndsWhatHangs()
    {
        using var deadline = new CancellationTokenSource();
        var folder = Path.GetTempPath();
        (await Shell.RunAsync(folder, "sessions-widgets --help", [], deadline.Token)).OrThrow("sessions-widgets");
        await deadline.CancelAsync();

        var error = await Should.ThrowAsync<TimeoutException>(Shell.RunAsync(folder, "exec sleep 600", [], deadline.Token));

        error.Message.ShouldStartWith("exec sleep 600 took too long");
    }
}
