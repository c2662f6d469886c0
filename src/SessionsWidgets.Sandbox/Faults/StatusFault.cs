namespace SessionsWidgets.Sandbox.Faults;

/// <summary>Answers with a status, without asking the API.</summary>
public sealed class StatusFault : Fault
{
    /// <summary>The status, 200 to 599.</summary>
    public required int Status { get; init; }

    /// <summary>Headers of the answer, such as Retry-After. Default none.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The body, sent as UTF-8. Default: a JSON error.</summary>
    public string? Body { get; init; }

    /// <summary>The body's type. Default <c>application/json</c>.</summary>
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
