using System.Text.Json.Serialization;

namespace SessionsWidgets.Sandbox.Endpoints;

/// <summary>The body of every error. Its shape is the sandbox's own: the services do not document theirs.</summary>
/// <param name="Code">What went wrong, for programs.</param>
/// <param name="Message">What went wrong and what is allowed, for people.</param>
/// <param name="Parameter">The parameter at fault; left out when none is.</param>
internal sealed record ApiError(
    string Code, string Message, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Parameter = null)
{
    public static IResult Unauthorized(HttpResponse response)
    {
        response.Headers.WWWAuthenticate = "Bearer realm=\"sandbox\"";
        return new ApiError("unauthorized", "Send a valid key: Authorization: Bearer KEY.").As(StatusCodes.Status401Unauthorized);
    }

    public static IResult Forbidden() =>
        new ApiError("forbidden", "This key belongs to another business.").As(StatusCodes.Status403Forbidden);

    public static IResult NotFound(string message) => new ApiError("not_found", message).As(StatusCodes.Status404NotFound);

    public static IResult BadParameter(string parameter, string message) =>
        new ApiError("invalid_parameter", message, parameter).As(StatusCodes.Status400BadRequest);

    public IResult As(int status) => Results.Json(new ErrorBody(this), ErrorJson.Default.ErrorBody, statusCode: status);
}

internal sealed record ErrorBody(ApiError Error);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class ErrorJson : JsonSerializerContext;
