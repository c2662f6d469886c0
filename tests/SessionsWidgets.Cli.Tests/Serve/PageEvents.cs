namespace SessionsWidgets.Cli.Tests.Serve;

/// <summary>The server-sent events of a page.</summary>
internal sealed class PageEvents : IAsyncDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;

    private PageEvents(HttpResponseMessage answer, Stream stream)
    {
        (_answer, _lines) = (answer, new StreamReader(stream));
    }

    /// <summary>The number of events so far.</summary>
    public int Count { get; private set; }

    public static async Task<PageEvents> OpenAsync(HttpClient http, Uri address)
    {
        var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/event-stream");
        var events = new PageEvents(answer, await answer.Content.ReadAsStreamAsync());
        (await events._lines.ReadLineAsync()).ShouldBe(": following");
        return events;
    }

    /// <summary>Waits for the next event.</summary>
    public async Task NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await _lines.ReadLineAsync(limit.Token) is { } line)
        {
            if (!line.StartsWith("data: ", StringComparison.Ordinal)) continue;
            Count++;
            return;
        }

        throw new InvalidOperationException("The server ended the events.");
    }

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        _answer.Dispose();
        return ValueTask.CompletedTask;
    }
}
