namespace SessionsWidgets.Sandbox.Faults;

/// <summary>A request to which a fault applies. Immutable.</summary>
/// <param name="Http">The context of the request and its response. Its <c>RequestAborted</c> is also canceled when the sandbox is
/// disposed.</param>
/// <param name="Next">The API; call it with <paramref name="Http"/> for the regular response.</param>
/// <param name="Clock">The clock of the sandbox.</param>
/// <param name="ArrivedAt">The time when the request arrived, by that clock.</param>
public sealed record FaultCall(HttpContext Http, RequestDelegate Next, TimeProvider Clock, DateTimeOffset ArrivedAt)
{
    /// <summary>Lets the API respond.</summary>
    public Task AnswerAsync() => Next(Http);
}
