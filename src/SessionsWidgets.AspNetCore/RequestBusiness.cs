using Microsoft.AspNetCore.Http;

namespace SessionsWidgets.AspNetCore;

/// <summary>Resolves the business of a request; null for the default one.</summary>
internal sealed class RequestBusiness(Func<HttpContext, string?>? nameFor)
{
    /// <summary>Whether the business depends on more than the URL.</summary>
    public bool LooksAtRequest => nameFor is not null;

    public string? NameFor(HttpContext http) => nameFor?.Invoke(http);
}
