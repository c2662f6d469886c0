namespace SessionsWidgets.Sandbox.Faults;

/// <summary>Responds with a status in place of the API.</summary>
public sealed class StatusFault : Fault
{
    /// <summary>The status, 200 to 599.</summary>
    public required int Status { get; init; }

    /// <summary>The headers of the response, such as <c>Retry-After</c>. Default: none.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The body, sent in UTF-8. Default: a JSON error. Not sent with the status 204 or 304.</summary>
    public string? Body { get; init; }

    /// <summary>The media type of the body. Default: <c>application/json; charset=utf-8</c>.</summary>
    public string? ContentType { get; init; }

    /// <inheritdoc/>
    protected internal override string? Problem => Status is < 200 or > 599 ? "status must be from 200 to 599." : null;

    /// <inheritdoc/>
    protected internal override async Task ApplyAsync(FaultCall call)
    {
        HttpResponse response = call.Http.Response;
        response.StatusCode = Status;
        foreach ((string name, string value) in Headers ?? new Dictionary<string, string>())
            response.Headers[name] = value;
        // These two may not have a body at all.
        if (Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
            return;
        if (!response.Headers.ContainsKey("Content-Type"))
            response.ContentType = ContentType ?? "application/json; charset=utf-8";
        await response.WriteAsync(Body ?? """{"error":{"code":"fault","message":"A fault on demand."}}""", call.Http.RequestAborted);
    }
}
