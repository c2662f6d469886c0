using SessionsWidgets.Samples.Sandbox.Data;

namespace SessionsWidgets.Samples.Sandbox.Endpoints;

/// <summary>Lets a request through to what it asks for. Thread-safe.</summary>
internal sealed class BusinessGate(ApiKeys keys)
{
    /// <summary>The refusal, or null when the key opens the business (or cigar) and there is one.</summary>
    public IResult? Refuse(HttpContext context, Owner owner) => keys.Refusal(context.Request, owner.BusinessType, owner.Id) switch
    {
        StatusCodes.Status401Unauthorized => ApiError.Unauthorized(context.Response),
        StatusCodes.Status403Forbidden => ApiError.Forbidden(),
        _ => owner.Exists ? null : ApiError.NotFound($"There is no {owner.BusinessType ?? "cigar"} with this id."),
    };
}
