using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary>Renders <see cref="UpcomingEvents"/>: <c>&lt;upcoming-events layout="cards"&gt;…&lt;/upcoming-events&gt;</c>.</summary>
[HtmlTargetElement("upcoming-events")]
public sealed class UpcomingEventsTagHelper : WidgetTagHelper;
