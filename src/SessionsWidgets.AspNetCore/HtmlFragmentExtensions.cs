using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;

namespace SessionsWidgets.AspNetCore;

/// <summary>Writes fragments of the library call into views and components, unencoded.</summary>
public static class HtmlFragmentExtensions
{
    /// <summary>For Razor views: <c>@fragment.ToHtmlContent()</c>.</summary>
    public static IHtmlContent ToHtmlContent(this HtmlFragment fragment)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        return new Utf8HtmlContent(fragment.Utf8);
    }

    /// <summary>For Razor components: <c>@fragment.ToMarkupString()</c>.</summary>
    public static MarkupString ToMarkupString(this HtmlFragment fragment)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        return new MarkupString(fragment.ToString());
    }
}
