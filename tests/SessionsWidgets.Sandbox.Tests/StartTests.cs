using System.Diagnostics;
using System.Net;

namespace SessionsWidgets.Sandbox.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task StartAsync_Twice_GivesTwoOfTheirOwn()
    {
        await using SandboxApi first = await SandboxApi.StartAsync();
        await using SandboxApi second = await SandboxApi.StartAsync();
        using var client = new HttpClient();

        using HttpResponseMessage answer = await client.GetAsync(new Uri(second.BaseUrl, "/venues/stogies-chapin/sessions"));

        first.BaseUrl.ShouldNotBe(second.BaseUrl);
        first.BaseUrl.IsLoopback.ShouldBeTrue();
        first.Requests.Count.ShouldBe(0);
        second.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task DisposeAsync_Started_StopsListening()
    {
        SandboxApi sandbox = await SandboxApi.StartAsync();
        await sandbox.DisposeAsync();
        using var client = new HttpClient();

        await Should.ThrowAsync<HttpRequestException>(client.GetAsync(sandbox.BaseUrl));
    }

    [Fact]
    public async Task StartAsync_AddressTaken_SaysSo()
    {
        await using SandboxApi first = await SandboxApi.StartAsync();

        await Should.ThrowAsync<IOException>(SandboxApi.StartAsync(new SandboxOptions { Url = first.BaseUrl }));
    }

    [Theory]
    [InlineData("https://127.0.0.1:0")]
    [InlineData("http://example.com:8080")]
    public async Task StartAsync_AddressNotToListenOn_IsRefused(string url) =>
        (await Should.ThrowAsync<ArgumentException>(
            SandboxApi.StartAsync(new SandboxOptions { Url = new Uri(url) }))).Message.ShouldContain(url);

    [Fact]
    public async Task Program_Alone_SaysItsUrlAndKeyAndAnswers()
    {
        using Process program = Run("--urls", "http://127.0.0.1:0", "--key", "my-key", "--seed", "7");
        try
        {
            string? welcome = await program.StandardOutput.ReadLineAsync();
            welcome.ShouldNotBeNull().ShouldContain("(key: my-key)");
            string url = welcome.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal));
            string example = "";
            while (!example.Contains("curl", StringComparison.Ordinal))
                example = (await program.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
            example.ShouldContain($"-H 'Authorization: Bearer my-key' '{url}/venues/stogies-chapin/sessions");

            using var client = new HttpClient { DefaultRequestHeaders = { { "Authorization", "Bearer my-key" } } };
            using HttpResponseMessage answer = await client.GetAsync(new Uri($"{url}/venues/stogies-chapin/sessions"));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            program.Kill();
        }
    }

    [Theory]
    [InlineData("--urls", "nonsense")]
    [InlineData("--urls", "https://127.0.0.1:5081")]
    [InlineData("--seed", "many")]
    public async Task Program_BadOption_SaysWhichAndFails(string option, string value)
    {
        using Process program = Run(option, value);

        string error = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        program.ExitCode.ShouldBe(2);
        error.ShouldStartWith($"{option} is '{value}'");
    }

    private static Process Run(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SandboxApi.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
