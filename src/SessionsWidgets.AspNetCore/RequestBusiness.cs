using Microsoft.AspNetCore.Http;

namespace SessionsWidgets.AspNetCore;

/// <summary>Says which business a web request means where its tags do not.</summary>
internal sealed class RequestBusiness(Func<HttpContext, string?> nameFor)
{
    public string? NameFor(HttpContext http) => nameFor(http);
}
