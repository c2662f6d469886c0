namespace SessionsWidgets.Sandbox.Requests;

/// <summary>A request that the sandbox received. Thread-safe; <see cref="Status"/> changes once, when the response starts.</summary>
public sealed class RecordedRequest
{
    private int _status;

    internal RecordedRequest(HttpRequest request, DateTimeOffset time)
    {
        Method = request.Method;
        Path = request.Path.Value ?? "/";
        Query = request.QueryString.Value ?? "";
        Time = time;
        Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The method, such as <c>GET</c>.</summary>
    public string Method { get; }

    /// <summary>The path, decoded, such as <c>/venues/stogies-chapin/sessions</c>.</summary>
    public string Path { get; }

    /// <summary>The query string as it was sent, with its question mark; empty if there is none.</summary>
    public string Query { get; }

    /// <summary>The time when the request arrived, by the sandbox's clock.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The headers; names ignore case. Several values of a header are joined by commas.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Whether the request has an <c>Authorization</c> header.</summary>
    public bool HasAuthorization => Headers.ContainsKey("Authorization");

    /// <summary>The status of the response; null until the response starts. Set before the client can receive the response.</summary>
    public int? Status => Volatile.Read(ref _status) is var status and not 0 ? status : null;

    internal void Answered(int status) => Volatile.Write(ref _status, status);

    /// <summary>Returns the method, the path with the query, and the status.</summary>
    public override string ToString() =>
        $"{Method} {Path}{Query} → {Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no answer"}";
}
