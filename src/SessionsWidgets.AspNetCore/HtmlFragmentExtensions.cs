using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;

namespace SessionsWidgets.AspNetCore;

/// <summary>Writes fragments of <see cref="WidgetRenderer"/> into views and components, without encoding their HTML again.
/// Thread-safe.</summary>
public static class HtmlFragmentExtensions
{
    /// <summary>Gets the HTML for Razor views: <c>@fragment.ToHtmlContent()</c>.</summary>
    /// <param name="fragment">The fragment.</param>
    public static IHtmlContent ToHtmlContent(this HtmlFragment fragment)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        return new Utf8HtmlContent(fragment.Utf8);
    }

    /// <summary>Gets the HTML for Razor components: <c>@fragment.ToMarkupString()</c>.</summary>
    /// <param name="fragment">The fragment.</param>
    public static MarkupString ToMarkupString(this HtmlFragment fragment)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        return new MarkupString(fragment.ToString());
    }
}
