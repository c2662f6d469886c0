using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary><c>&lt;session-widget name="house-stats"&gt;…&lt;/session-widget&gt;</c>: any widget by its name, the host's own ones
/// too.</summary>
[HtmlTargetElement("session-widget", Attributes = "name")]
public sealed class SessionWidgetTagHelper : WidgetTagHelper
{
    /// <summary>The widget's name.</summary>
    [HtmlAttributeName("name")]
    public string Name { get; set; } = "";

    private protected override string[] BoundAttributes { get; } = ["name"];

    private protected override string NameOf(string tagName) => Name;
}
