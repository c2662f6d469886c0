using Microsoft.AspNetCore.Http;

namespace SessionsWidgets.AspNetCore;

/// <summary>Says which business a web request means where its tags do not: null for the default one.</summary>
internal sealed class RequestBusiness(Func<HttpContext, string?>? nameFor)
{
    /// <summary>Whether requests for the same address may mean different businesses.</summary>
    public bool LooksAtRequest => nameFor is not null;

    public string? NameFor(HttpContext http) => nameFor?.Invoke(http);
}
