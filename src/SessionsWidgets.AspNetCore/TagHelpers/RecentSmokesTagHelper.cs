using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary><c>&lt;recent-smokes limit="6" layout="grid"&gt;…&lt;/recent-smokes&gt;</c>: the recent smokes of a business
/// (<see cref="RecentSmokes"/>).</summary>
[HtmlTargetElement("recent-smokes")]
public sealed class RecentSmokesTagHelper : WidgetTagHelper;
