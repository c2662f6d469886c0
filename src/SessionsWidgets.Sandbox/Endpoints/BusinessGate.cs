using SessionsWidgets.Sandbox.Answers;
using SessionsWidgets.Sandbox.Data;

namespace SessionsWidgets.Sandbox.Endpoints;

/// <summary>Lets a request through to what it asks for. Thread-safe.</summary>
/// <param name="keys">Which key opens what.</param>
/// <param name="anyBusiness">Whether there is every business, with the data of an example.</param>
internal sealed class BusinessGate(ApiKeys keys, bool anyBusiness)
{
    /// <summary>The answer, or the refusal unless the key opens the business (or cigar) and there is one.</summary>
    public IResult Answer(HttpContext context, Owner owner, Func<Owner, QueryReader, JsonAnswer> read)
    {
        switch (keys.Refusal(context.Request, owner.BusinessType, owner.Id))
        {
            case StatusCodes.Status401Unauthorized:
                return ApiError.Unauthorized(context.Response);
            case StatusCodes.Status403Forbidden:
                return ApiError.Forbidden();
        }

        return owner.Find(anyBusiness) is { } found
            ? JsonResult.Of(context.Request.Query, query => read(found, query))
            : ApiError.NotFound($"There is no {owner.BusinessType ?? "cigar"} with this id.");
    }
}
