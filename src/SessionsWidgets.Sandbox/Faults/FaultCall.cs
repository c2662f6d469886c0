namespace SessionsWidgets.Sandbox.Faults;

/// <summary>A request that meets a fault.</summary>
/// <param name="Http">The request and its answer; its RequestAborted also fires when the sandbox closes.</param>
/// <param name="Next">The API, called with <paramref name="Http"/> to answer properly.</param>
/// <param name="Clock">The sandbox's clock.</param>
/// <param name="ArrivedAt">When the request arrived, by that clock.</param>
public sealed record FaultCall(HttpContext Http, RequestDelegate Next, TimeProvider Clock, DateTimeOffset ArrivedAt)
{
    /// <summary>Lets the API answer.</summary>
    public Task AnswerAsync() => Next(Http);
}
