using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.Cli.Tests.Build.Output;

/// <summary>A folder with a site whose builds wait for an API that does not answer before it is told to.</summary>
internal sealed class HeldBuild : IAsyncDisposable
{
    private const string NoSessions =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\nConnection: close\r\n\r\n{\"data\":[]}";

    private readonly TemporaryFolder _folder = new();
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RawServer _upstream;
    private int _asked;

    /// <param name="pages">The number of pages, each with a query of its own.</param>
    public HeldBuild(int pages = 1)
    {
        _upstream = new RawServer(async (_, _, stream, closing) =>
        {
            Interlocked.Increment(ref _asked);
            await _released.Task.WaitAsync(closing);
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(NoSessions), closing);
        });
        for (var i = 0; i < pages; i++)
            Folder.Write($"site/{i}.html", $"<link rel=stylesheet href=sessions-widgets.css><recent-smokes limit={i + 1}></recent-smokes>");
        Folder.Write("site/text.txt", "new");
        Folder.Write("sessions-widgets.json", $$"""
            { "SessionsWidgets": { "ApiBaseUrl": "http://127.0.0.1:{{_upstream.Port}}", "BusinessId": "lounge" } }
            """);
    }

    public TemporaryFolder Folder => _folder;

    /// <summary>The names of what is beside the site, and in the output folder.</summary>
    public IEnumerable<string> Names =>
        from folder in (string[])[Folder.Path, Folder.PathOf("out")]
        where Directory.Exists(folder)
        from path in Directory.EnumerateFileSystemEntries(folder)
        select Path.GetRelativePath(Folder.Path, path);

    /// <summary>Starts a build, and waits until it waits for the API.</summary>
    public async Task<CliProcess> StartAsync(params string[] arguments)
    {
        var asked = Volatile.Read(ref _asked);
        var process = CliProcess.Start(Folder.Path, arguments.Length > 0 ? arguments : ["build", "site", "--output", "out"]);
        await WhenAskedAsync(asked + 1);
        return process;
    }

    public Task WhenAskedAsync(int times) => Eventually.BeTrueAsync(() => Volatile.Read(ref _asked) >= times, () => "the API is asked");

    /// <summary>Lets the API answer, now and from now on.</summary>
    public void Release() => _released.TrySetResult();

    /// <summary>Lets an earlier build have been there, of another page and text.</summary>
    public void WriteOldOutput()
    {
        Folder.Write("out/.sessions-widgets-output", "");
        Folder.Write("out/0.html", "old");
        Folder.Write("out/text.txt", "old");
    }

    public async ValueTask DisposeAsync()
    {
        await _upstream.DisposeAsync();
        _folder.Dispose();
    }
}
