using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary>Renders any widget by name: <c>&lt;session-widget name="house-stats"&gt;…&lt;/session-widget&gt;</c>.</summary>
[HtmlTargetElement("session-widget", Attributes = "name")]
public sealed class SessionWidgetTagHelper : WidgetTagHelper
{
    /// <summary>The name of the widget. Required.</summary>
    [HtmlAttributeName("name")]
    public string Name { get; set; } = "";

    private protected override string? BoundAttribute => "name";

    private protected override string NameOf(string tagName) => Name;
}
