namespace SessionsWidgets.Sandbox.Endpoints;

internal static class JsonErrors
{
    /// <summary>Gives the router's own refusals (no such path, wrong method) the body of all other errors.</summary>
    public static void UseJsonErrors(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        bool isAnswered = context.Response.HasStarted || context.Response.ContentType is not null;
        if (isAnswered || (context.GetEndpoint() is { } endpoint && !IsMethodRefusal(endpoint)))
            return;
        IResult? body = context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ApiError.NotFound("There is nothing at this path."),
            StatusCodes.Status405MethodNotAllowed =>
                new ApiError("method_not_allowed", "This path does not take this method.").As(StatusCodes.Status405MethodNotAllowed),
            _ => null,
        };
        if (body is not null)
            await body.ExecuteAsync(context);
    });

    private static bool IsMethodRefusal(Endpoint endpoint) => endpoint is not RouteEndpoint;
}
