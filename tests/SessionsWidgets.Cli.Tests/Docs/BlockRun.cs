using System.Text.RegularExpressions;
using SessionsWidgets.Cli.Tests.Build;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests.Docs;

/// <summary>Runs the commands of a block, one after the other.</summary>
internal sealed partial class BlockRun(string block) : IAsyncDisposable
{
    private const string Page =
        "<!doctype html><title>.</title><link rel=stylesheet href=sessions-widgets.css><recent-smokes limit=1></recent-smokes>";

    private readonly List<IAsyncDisposable> _running = [];

    private SandboxApi? _sandbox;

    private Uri? _server;

    /// <summary>Runs a command of this program; of another one, looks whether what it names is there.</summary>
    public async Task OfAsync(ShellCommand command)
    {
        switch (command)
        {
            case { Program: "sessions-widgets" }:
                await RunAsync(command);
                break;
            case { Program: "dotnet" }:
                await OfDotnetAsync(command);
                break;
            case { Program: "npm", Arguments: ["run", var script, ..] }:
                await OfScriptAsync(script, command.Arguments.SkipWhile(a => a != "--").Skip(1));
                break;
            // The tests of the site generators and of npm's packages run them.
            case { Program: "npm", Arguments: ["ci"] or ["install", ..] }:
                break;
            case { Program: "eleventy" or "astro" or "hugo" or "jekyll" }:
                ShouldExist("samples", "generators", command.Program);
                break;
            case { Program: "cd", Arguments: [var folder] }:
                if (!block.Contains($"-o {folder}", StringComparison.Ordinal)) ShouldExist("samples", "generators", folder);
                break;
            case { Program: "curl" }:
                await RequestAsync(command);
                break;
            case { Program: "chromium" or "npx" }:
                await OfBrowserAsync(command.Arguments.Single(a => a.StartsWith("http://", StringComparison.Ordinal)));
                break;
            case { Program: "./build.sh" }:
                foreach (var generator in (string[])["hugo", "jekyll"]) ShouldExist("samples", "generators", generator, "build.sh");
                break;
            default:
                command.Program.ShouldContain(".sh", customMessage: $"{command.Program}: an unknown program");
                ShouldExist(command.Program);
                break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // What was started last needs what was started before.
        foreach (var running in Enumerable.Reverse(_running)) await running.DisposeAsync();
        if (_sandbox is not null) await _sandbox.DisposeAsync();
    }

    private async Task RunAsync(ShellCommand command)
    {
        var site = await StartSiteAsync();
        // The sample is read where it is. No test opens a browser, or takes a port of its own.
        string[] arguments =
        [
            .. command.Arguments.Where(a => a != "--open" && a != "--port" && a != command.After("--port"))
                .Select(a => a.StartsWith("samples/", StringComparison.Ordinal) ? RepositoryFiles.PathOf(a) : a),
        ];
        if (command.Has("--open"))
            (await RunAsync(site, arguments[0], "--help")).Output.ShouldContain("--open");
        if (arguments[0] is "serve" || (arguments[0] is "preview" && !command.Has("--output")))
        {
            var server = RunningCli.Start(site.Folder, arguments, site.Clock, ("SessionsWidgets__ApiKey", site.Sandbox.ApiKey));
            _running.Add(server);
            _server = await server.ServesAsync();
            await ShouldServeAsync(_server);
            return;
        }

        var run = await RunAsync(site, arguments);
        run.ExitCode.ShouldBe(0, $"{string.Join(' ', arguments)}\n{run.Error}");
        if (command.After("--output") is { } output) Directory.EnumerateFileSystemEntries(site.PathOf(output)).ShouldNotBeEmpty();
        else run.Output.ShouldNotBeEmpty();
    }

    private async Task<BuildSite> StartSiteAsync()
    {
        var site = await BuildSite.StartAsync();
        _running.Add(site);
        site.File("sessions-widgets.json", await File.ReadAllTextAsync(site.PathOf("site/sessions-widgets.json")));
        foreach (var folder in (string[])["site", "public", "_site"])
            site.File($"{folder}/index.html", Page);
        foreach (var folder in (string[])["templates", "my-templates"])
            site.File($"{folder}/cigar-cards.liquid", BuiltInTemplates.Find("cigar-cards")!);
        site.File("site.css", "body { margin: 0 }");
        return site;
    }

    private static Task<CliRun> RunAsync(BuildSite site, params string[] arguments) => CliRun.Of(
        arguments,
        site.Folder,
        site.Clock,
        ("SessionsWidgets__ApiKey", site.Sandbox.ApiKey),
        ("SessionsWidgets__GuestWifi__AccessToken", "sandbox-wifi-token"),
        ("SessionsWidgets__GuestWifi__ApiBaseUrl", site.Sandbox.GuestWifiUrl.AbsoluteUri));

    private async Task OfDotnetAsync(ShellCommand command)
    {
        foreach (var property in command.Arguments.Where(a => a.StartsWith("-p:", StringComparison.Ordinal)))
            (await File.ReadAllTextAsync(ProjectIn(command.Arguments[1]))).ShouldContain($"$({property[3..].Split('=')[0]})");
        switch (command.Arguments)
        {
            case ["run", ..]:
                var project = command.After("--project")!;
                var arguments = command.Arguments.SkipWhile(a => a != "--").Skip(1).ToList();
                ProjectIn(project);
                if (project == "src/SessionsWidgets.Cli") await RunAsync(new ShellCommand("sessions-widgets", arguments));
                else if (project == "tests/SessionsWidgets.Benchmarks") ShouldHaveBenchmark(arguments);
                else arguments[0].ShouldBe("--urls");
                break;
            case ["test", var tests, ..]:
                ProjectIn(tests);
                ShouldFindTests(tests, command.After("--filter"));
                break;
            case ["publish" or "pack", var project_, ..] when !project_.StartsWith('-'):
                ProjectIn(project_);
                break;
            case ["pack", ..]:
                break;
            case ["tool" or "new", "install", var package, ..]:
                ProjectIn($"src/{package}");
                break;
            case ["add", "package", var package, ..]:
                ProjectIn($"src/{package}");
                break;
            case ["new", "webapp", ..]:
                break;
            case ["user-secrets", "init"] or ["user-secrets", "set", _, _]:
                command.Arguments.ElementAtOrDefault(2)?.ShouldStartWith("SessionsWidgets:");
                break;
            case ["new", var template, ..]:
                ShouldExist("src", "SessionsWidgets.Templates", "content", template, ".template.config", "template.json");
                break;
            default:
                command.Arguments[0].ShouldEndWith(".dll");
                ProjectIn($"samples/{Path.GetFileNameWithoutExtension(command.Arguments[0])}");
                break;
        }
    }

    /// <summary>A script of the samples' package.json, which the pages show.</summary>
    private async Task OfScriptAsync(string script, IEnumerable<string> arguments)
    {
        var package = RepositoryFiles.PathOf("samples", "generators", "eleventy", "package.json");
        using var json = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(package));
        var line = json.RootElement.GetProperty("scripts").GetProperty(script).GetString();
        foreach (var command in ShellCommand.In($"{line} {string.Join(' ', arguments)}")) await OfAsync(command);
    }

    /// <summary>The address is that of a server of the same block.</summary>
    private async Task OfBrowserAsync(string address)
    {
        var url = new Uri(address);
        Regex.Count(block, $@"\b{url.Port}\b", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeGreaterThan(1, address);
        if (_server is not null) await ShouldServeAsync(new Uri(_server, url.PathAndQuery));
    }

    /// <summary>Sends what curl would, to a sandbox of the block.</summary>
    private async Task RequestAsync(ShellCommand command)
    {
        _sandbox ??= await SandboxApi.StartAsync();
        var address = new Uri(command.Arguments.Single(a => a.StartsWith("http://", StringComparison.Ordinal)));
        using var request = new HttpRequestMessage(
            new HttpMethod(command.After("-X") ?? "GET"), new Uri(_sandbox.BaseUrl, address.PathAndQuery));
        if (command.After("-H")?.Split(": ") is [var name, var value]) request.Headers.Add(name, value);
        if (command.After("-d") is { } body) request.Content = new StringContent(body);
        using var http = new HttpClient();
        using var answer = await http.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{request}\n{await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task ShouldServeAsync(Uri url)
    {
        using var http = new HttpClient();
        (await http.GetStringAsync(url)).ShouldContain("sw-");
    }

    private static void ShouldHaveBenchmark(List<string> arguments)
    {
        var sources = Sources("tests/SessionsWidgets.Benchmarks");
        var named = arguments[0].StartsWith('-')
            ? arguments.SkipWhile(a => a != "--filter").ElementAt(1).Trim('*')
            : $"case [\"{arguments[0]}\"";
        sources.Any(s => s.Contains(named, StringComparison.Ordinal)).ShouldBeTrue(named);
    }

    private static void ShouldFindTests(string project, string? filter)
    {
        var sources = Sources(project);
        foreach (var part in filter!.Split('|'))
        {
            var name = FullyQualifiedName().Match(part).Groups["name"].Value;
            var declared = new Regex($@"(namespace|class|void|Task) [\w.]*{name}", RegexOptions.None, TimeSpan.FromSeconds(1));
            sources.Any(declared.IsMatch).ShouldBeTrue(part);
        }
    }

    private static List<string> Sources(string project) =>
        [.. Directory.EnumerateFiles(RepositoryFiles.PathOf(project), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)];

    private static string ProjectIn(string folder)
    {
        ShouldExist(folder);
        return Directory.GetFiles(RepositoryFiles.PathOf(folder), "*.csproj").ShouldHaveSingleItem();
    }

    private static void ShouldExist(params string[] path) =>
        Path.Exists(RepositoryFiles.PathOf(path)).ShouldBeTrue($"{string.Join('/', path)} is not there");

    [GeneratedRegex(@"^FullyQualifiedName~(?<name>\w+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FullyQualifiedName();
}
