using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace SessionsWidgets.TestSupport;

/// <summary>Stands for <c>UseRequestLocalization</c>, which needs globalization data that machines without them do not have.</summary>
public static class FirstLanguage
{
    /// <summary>Gives each request the first language that its visitor asks for.</summary>
    public static void Use(WebApplication app) => app.Use((http, next) =>
    {
        var culture = new NamedCulture(http.Request.Headers.AcceptLanguage.ToString().Split(',')[0]);
        http.Features.Set<IRequestCultureFeature>(new RequestCultureFeature(new RequestCulture(culture), null));
        return next();
    });

    private sealed class NamedCulture(string name) : CultureInfo("")
    {
        public override string Name => name;
    }
}
