namespace SessionsWidgets.Sandbox.Requests;

/// <summary>A request that reached the sandbox. Thread-safe; <see cref="Status"/> changes once, when the answer starts.</summary>
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

    /// <summary>The query as it was sent: with its question mark, or empty.</summary>
    public string Query { get; }

    /// <summary>When it arrived, by the sandbox's clock.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The headers, by name in any case; several values of one name are joined by commas.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Whether it carried an Authorization header.</summary>
    public bool HasAuthorization => Headers.ContainsKey("Authorization");

    /// <summary>The status of the answer; null as long as there is none. Set before the client can see the answer.</summary>
    public int? Status => Volatile.Read(ref _status) is var status and not 0 ? status : null;

    internal void Answered(int status) => Volatile.Write(ref _status, status);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Method} {Path}{Query} → {Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no answer"}";
}
