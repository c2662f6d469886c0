using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.BrowserTests.Reload;

/// <summary>A sessions API to which a test adds sessions, and whose answers it can hold back. For one test at a time.</summary>
internal sealed class ChangingUpstream : IAsyncDisposable
{
    private readonly ConcurrentStack<string> _sessions = new();
    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private TaskCompletionSource _mayAnswer = Open();
    private int _requests;

    private ChangingUpstream(WebApplication app, TimeProvider clock) => (_app, _clock) = (app, clock);

    public string Url => _app.Urls.First();

    /// <summary>How many requests have arrived, answered or not.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <param name="clock">The clock of the site: its own would be months apart.</param>
    public static async Task<ChangingUpstream> StartAsync(TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var upstream = new ChangingUpstream(builder.Build(), clock);
        upstream._app.MapGet("/venues/lounge/sessions", upstream.AnswerAsync);
        await upstream._app.StartAsync();
        return upstream;
    }

    /// <summary>Adds a session, which is then the newest.</summary>
    public void Add(string cigar, TimeSpan age = default)
    {
        var number = _sessions.Count + 1;
        _sessions.Push(Sessions.Item(
            $"ses_{number}", $"{_clock.GetUtcNow() - age:yyyy-MM-ddTHH:mm:ss.fffZ}",
            $$"""
            "cigar":{"id":"cig_{{number}}","name":"{{cigar}}"}
            """));
    }

    /// <summary>Holds back all answers until <see cref="Release"/>.</summary>
    public void Hold() => Volatile.Write(ref _mayAnswer, new(TaskCreationOptions.RunContinuationsAsynchronously));

    public void Release() => Volatile.Read(ref _mayAnswer).TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Release();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static TaskCompletionSource Open()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref _requests);
        await Volatile.Read(ref _mayAnswer).Task;
        http.Response.GetTypedHeaders().Date = _clock.GetUtcNow();
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(Sessions.Page(_sessions));
    }
}
