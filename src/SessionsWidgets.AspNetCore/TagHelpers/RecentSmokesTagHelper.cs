using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary>Renders <see cref="RecentSmokes"/>: <c>&lt;recent-smokes limit="6" layout="grid"&gt;…&lt;/recent-smokes&gt;</c>.</summary>
[HtmlTargetElement("recent-smokes")]
public sealed class RecentSmokesTagHelper : WidgetTagHelper;
