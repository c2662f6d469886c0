using SessionsWidgets.Cli.Tests.Build;

namespace SessionsWidgets.Cli.Tests.Serve;

/// <summary>Requests of who wants more than the site.</summary>
public sealed class HostileRequestTests : BuildTests
{
    private const string Key = "a-key-of-the-sessions-api";
    private const string Secret = "nobody may read this";

    [Fact]
    public async Task Serve_HostileRequests_GiveNothingAway()
    {
        await using var server = await StartAsync();
        var port = (await server.ServesAsync()).Port;
        string[] targets =
        [
            "/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt", "/%252e%252e%252fsecret.txt",
            "/%252e%252e/secret.txt", "/..\\secret.txt", "/..%5csecret.txt", "/sub/../../secret.txt", "/sub/%2e%2e/%2e%2e/secret.txt",
            "//secret.txt", "/./../secret.txt", "/....//secret.txt",
            $"/{Site.PathOf("secret.txt")}", $"/{Uri.EscapeDataString(Site.PathOf("secret.txt"))}",
            "/out.txt", "/folder/secret.txt", "/folder", "/.env", "/.git/config", "/sub/.hidden/x.txt", "/.sessions-widgets",
            "/.sessions-widgets/", "/sessions-widgets.json", "/SESSIONS-WIDGETS.JSON", "/sub/sessions-widgets.json",
            "/own/recent-smokes.liquid", "/index.html%00.txt", "/index.html/", "/sub", "/sub/", "/secret", "/key.txt", "/sub/../key.txt",
        ];
        foreach (var target in targets)
        {
            var answer = await RawRequest.SendAsync(port, $"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
            answer.ShouldStartWith("HTTP/1.1 ", customMessage: target);
            answer[9].ShouldBeOneOf(['4', '5'], target + answer);
            answer.ShouldNotContain(Secret, customMessage: target);
        }

        // A link that came after the site was looked at.
        File.Delete(Site.PathOf("site/plain.txt"));
        File.CreateSymbolicLink(Site.PathOf("site/plain.txt"), Site.PathOf("secret.txt"));
        (await RawRequest.SendAsync(port, $"GET /plain.txt HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"))
            .ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Serve_OtherHosts_AreRefused()
    {
        await using var server = await StartAsync();
        var port = (await server.ServesAsync()).Port;
        string[] refused =
        [
            "Host: example.com\r\n", $"Host: example.com:{port}\r\n", "Host: localhost\r\n", $"Host: localhost:{port + 1}\r\n",
            $"Host: 127.0.0.2:{port}\r\n", $"Host: localhost.example.com:{port}\r\n", $"Host: 127.0.0.1.example.com:{port}\r\n",
            $"Host: localhost.:{port}\r\n", "Host: \r\n", "", $"Host: localhost:{port}\r\nHost: example.com\r\n", $"Host: [::2]:{port}\r\n",
        ];
        foreach (var host in refused)
        {
            foreach (var path in (string[])["/", "/plain.txt", "/.sessions-widgets/events?path=/&stamp=x", "/.sessions-widgets/reload.js"])
            {
                var answer = await RawRequest.SendAsync(port, $"GET {path} HTTP/1.1\r\n{host}Connection: close\r\n\r\n");
                answer[9].ShouldBe('4', $"{host}{path}{answer}");
                answer.ShouldNotContain("A plain text");
            }
        }

        foreach (var host in (string[])[$"localhost:{port}", $"LOCALHOST:{port}", $"127.0.0.1:{port}", $"[::1]:{port}"])
            (await RawRequest.SendAsync(port, $"GET /plain.txt HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
                .ShouldContain("A plain text", customMessage: host);

        // The target names the host, too.
        var absolute = $"GET http://example.com/plain.txt HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n";
        (await RawRequest.SendAsync(port, absolute))[9].ShouldBe('4');
        var other = $"GET http://example.com/plain.txt HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n";
        (await RawRequest.SendAsync(port, other))[9].ShouldBe('4');
        var old = "GET /plain.txt HTTP/1.0\r\n\r\n";
        (await RawRequest.SendAsync(port, old))[9].ShouldBe('4');
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("CONNECT")]
    public async Task Serve_OtherMethods_AreRefused(string method)
    {
        await using var server = await StartAsync();
        var port = (await server.ServesAsync()).Port;
        var target = method == "CONNECT" ? $"localhost:{port}" : "/plain.txt";
        var answer = await RawRequest.SendAsync(
            port, $"{method} {target} HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        answer.ShouldStartWith("HTTP/1.1 405 ");
        answer.ShouldContain("Allow: GET, HEAD");
        answer.ShouldNotContain("A plain text");
    }

    private async Task<RunningCli> StartAsync()
    {
        Site.File("secret.txt", Secret);
        Site.File("other/secret.txt", Secret);
        Site.Page("index.html", "<p>Hello</p>");
        Site.Page("plain.txt", "A plain text");
        Site.Page("sub/page.html", "<p>No index</p>");
        Site.Page("sub/.hidden/x.txt", Secret);
        Site.Page(".env", Secret);
        Site.Page(".git/config", Secret);
        Site.Page("sub/sessions-widgets.json", Secret);
        Site.Page("own/recent-smokes.liquid", Secret);
        Site.Page("key.txt", $"{Secret} {Key}");
        File.CreateSymbolicLink(Site.PathOf("site/out.txt"), Site.PathOf("secret.txt"));
        Directory.CreateSymbolicLink(Site.PathOf("site/folder"), Site.PathOf("other"));
        var server = RunningCli.Start(
            Site.Folder, ["serve", "site"], Site.Clock, ("SessionsWidgets__ApiKey", Key));
        await server.ServesAsync();
        return server;
    }
}
