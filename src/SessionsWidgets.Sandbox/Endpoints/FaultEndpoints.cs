using System.Text.Json;
using System.Text.Json.Serialization;
using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.Sandbox.Endpoints;

/// <summary>Faults by HTTP, for a sandbox that runs alone; from this machine only.</summary>
internal static class FaultEndpoints
{
    public const string Root = "/_faults";

    public static void MapFaults(this IEndpointRouteBuilder routes, FaultRules rules)
    {
        RouteGroupBuilder group = routes.MapControl(Root);
        group.MapGet("", () => Results.Json(rules.All.Select(Describe).ToArray(), FaultJson.Default.FaultDescriptionArray));
        group.MapPost("", (HttpRequest request, CancellationToken ct) => AddAsync(request, rules, ct));
        group.MapDelete("", () =>
        {
            rules.Clear();
            return Results.NoContent();
        });
        group.MapPost("/{id:int}/release", (int id) =>
        {
            if (rules.All.FirstOrDefault(rule => rule.Id == id)?.Fault is not HoldFault hold)
                return ApiError.NotFound("There is no rule with this id that holds answers.");
            hold.Release();
            return Results.NoContent();
        });
    }

    private static async Task<IResult> AddAsync(HttpRequest request, FaultRules rules, CancellationToken cancellationToken)
    {
        try
        {
            // The one object holds both the rule (path, times) and the fault (kind and its values).
            using JsonDocument body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            RulePart? rule = body.Deserialize(FaultJson.Default.RulePart);
            Fault? fault = body.Deserialize(FaultJson.Default.Fault);
            if (string.IsNullOrEmpty(rule?.Path) || fault is null)
                return ApiError.BadParameter("path", "path must say which paths the fault meets, such as /venues/*.");
            return Results.Json(
                Describe(rules.Add(rule.Path, fault, rule.Times)),
                FaultJson.Default.FaultDescription,
                statusCode: StatusCodes.Status201Created);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException)
        {
            return new ApiError("invalid_fault", exception.Message).As(StatusCodes.Status400BadRequest);
        }
    }

    private static FaultDescription Describe(FaultRule rule) => new(rule.Id, rule.Path, rule.Times, rule.Hits, rule.Fault);
}

internal sealed record RulePart(string? Path, int? Times);

internal sealed record FaultDescription(int Id, string Path, int? Times, int Hits, Fault Fault);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(RulePart))]
[JsonSerializable(typeof(Fault))]
[JsonSerializable(typeof(FaultDescription))]
[JsonSerializable(typeof(FaultDescription[]))]
internal sealed partial class FaultJson : JsonSerializerContext;
