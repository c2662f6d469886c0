using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary>Renders <see cref="RecentCheckIns"/>: <c>&lt;recent-check-ins layout="faces"&gt;…&lt;/recent-check-ins&gt;</c>.</summary>
[HtmlTargetElement("recent-check-ins")]
public sealed class RecentCheckInsTagHelper : WidgetTagHelper;
