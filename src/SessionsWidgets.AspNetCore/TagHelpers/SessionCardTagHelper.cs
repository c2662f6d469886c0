using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary>Renders a <see cref="SessionCard"/>: <c>&lt;session-card session="@session"&gt;…&lt;/session-card&gt;</c>.</summary>
[HtmlTargetElement("session-card")]
public sealed class SessionCardTagHelper : WidgetTagHelper
{
    /// <summary>The session to show. Default: the newest that the query finds.</summary>
    [HtmlAttributeName("session")]
    public SmokeSession? Session { get; set; }

    private protected override string? BoundAttribute => "session";

    private protected override Widget Complete(Widget widget) => Session is null ? widget : (SessionCard)widget with { Session = Session };
}
