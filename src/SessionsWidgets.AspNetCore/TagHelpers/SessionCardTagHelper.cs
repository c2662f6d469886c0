using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary><c>&lt;session-card session="@session"&gt;…&lt;/session-card&gt;</c>: one session, the newest when none is handed in
/// (<see cref="SessionCard"/>).</summary>
[HtmlTargetElement("session-card")]
public sealed class SessionCardTagHelper : WidgetTagHelper
{
    /// <summary>The session to show. Default: the newest that the query finds.</summary>
    [HtmlAttributeName("session")]
    public SmokeSession? Session { get; set; }

    private protected override string[] BoundAttributes { get; } = ["session"];

    private protected override Widget Complete(Widget widget) => Session is null ? widget : (SessionCard)widget with { Session = Session };
}
