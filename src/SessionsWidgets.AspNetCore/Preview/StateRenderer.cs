using SessionsWidgets.Preview.Examples;

namespace SessionsWidgets.Preview;

/// <summary>Renders widgets in each state, each state with its own client. Thread-safe.</summary>
internal sealed class StateRenderer : IDisposable
{
    /// <summary>Where links lead: widgets without any would not show what they look like.</summary>
    private static readonly (string Parameter, string Value)[] Links =
    [
        ("all-url", "https://www.example.com/all"),
        ("cigar-url", "https://www.example.com/cigars/{id}"),
        ("calendar-url", "https://www.example.com/events/{id}.ics"),
    ];

    private readonly List<HttpMessageHandler> _apis = [];
    private readonly Dictionary<ExampleState, Lazy<SessionsClient>> _clients;

    public StateRenderer()
    {
        _clients = ExampleStates.All.ToDictionary(static state => state, state => new Lazy<SessionsClient>(() => CreateClient(state)));
    }

    /// <summary>The languages that there are texts in.</summary>
    public IReadOnlyList<string> LanguagesOf(PreviewWidget widget)
    {
        try
        {
            return [.. widget.Renderers.Of(ClientOf(ExampleStates.All[0])).Languages.Order(StringComparer.Ordinal)];
        }
        catch (ParameterException)
        {
            // Each widget says why.
            return ["en"];
        }
    }

    /// <summary>Renders a widget; what is wrong with its template stands in its place.</summary>
    /// <param name="widget">The widget.</param>
    /// <param name="state">The state of the APIs.</param>
    /// <param name="language">The language, if the state needs no other.</param>
    /// <param name="option">A parameter with a value that is not its default; null for none.</param>
    /// <param name="cancellationToken">Ends the rendering.</param>
    public async Task<string> RenderAsync(
        PreviewWidget widget, ExampleState state, string language, (string Parameter, string Value)? option,
        CancellationToken cancellationToken)
    {
        try
        {
            var client = ClientOf(state);
            var values = Links
                .Where(link => widget.Definition.FindParameter(link.Parameter) is not null && (widget.HasKnownLinks || link == Links[0]))
                .Append(("heading-level", "3"));
            if (option is { } set) values = values.Append(set);
            var request = new RenderRequest
            {
                MaxWait = Timeout.InfiniteTimeSpan, Language = state.Language ?? language, VisitorAddress = ExampleClient.Visitor,
            };
            var fragment = await widget.Renderers.Of(client).RenderAsync(
                ExampleClient.BusinessOf(client),
                widget.Definition.Parse(values.Select(static value => KeyValuePair.Create(value.Item1, value.Item2))),
                request,
                cancellationToken);
            return fragment.ToString();
        }
        catch (SessionsWidgetsException e)
        {
            return System.Text.Encoding.UTF8.GetString(ErrorNotice.Render(widget.Name, e.Message));
        }
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values.Where(static client => client.IsValueCreated)) client.Value.Dispose();
        foreach (var api in _apis) api.Dispose();
    }

    private SessionsClient ClientOf(ExampleState state) => _clients[state].Value;

    private SessionsClient CreateClient(ExampleState state)
    {
        var api = state.CreateApi();
        lock (_apis) _apis.Add(api);
        return ExampleClient.Create(api);
    }
}
