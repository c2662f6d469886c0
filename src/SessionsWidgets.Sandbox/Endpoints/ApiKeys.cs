using System.Net.Http.Headers;

namespace SessionsWidgets.Sandbox.Endpoints;

/// <summary>Which key opens what. Thread-safe.</summary>
internal sealed class ApiKeys(string main, IReadOnlyList<SandboxKey> businessKeys)
{
    private volatile string _main = main;

    /// <summary>The key that opens everything.</summary>
    public string Main
    {
        get => _main;
        set => _main = value;
    }

    /// <summary>The status to refuse the request with, or null if its key opens this business.</summary>
    /// <param name="request">The request.</param>
    /// <param name="businessType"><c>venue</c> or <c>brand</c>; null for what every key opens.</param>
    /// <param name="businessId">The business.</param>
    public int? Refusal(HttpRequest request, string? businessType, string businessId)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out AuthenticationHeaderValue? header)
            || !string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return StatusCodes.Status401Unauthorized;
        }

        if (string.Equals(header.Parameter, Main, StringComparison.Ordinal))
            return null;
        SandboxKey? key =
            businessKeys.FirstOrDefault(candidate => string.Equals(candidate.Key, header.Parameter, StringComparison.Ordinal));
        if (key is null)
            return StatusCodes.Status401Unauthorized;
        return businessType is null || (key.BusinessType == businessType && key.BusinessId == businessId)
            ? null
            : StatusCodes.Status403Forbidden;
    }
}
