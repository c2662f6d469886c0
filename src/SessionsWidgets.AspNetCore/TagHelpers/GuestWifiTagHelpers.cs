using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary>Renders <see cref="GuestsOnline"/>: <c>&lt;guests-online&gt;…&lt;/guests-online&gt;</c>.</summary>
[HtmlTargetElement("guests-online")]
public sealed class GuestsOnlineTagHelper : WidgetTagHelper;

/// <summary>Renders <see cref="GuestVisits"/>: <c>&lt;guest-visits days="14"&gt;…&lt;/guest-visits&gt;</c>.</summary>
[HtmlTargetElement("guest-visits")]
public sealed class GuestVisitsTagHelper : WidgetTagHelper;

/// <summary>Renders <see cref="LoungeActivity"/>: <c>&lt;lounge-activity&gt;…&lt;/lounge-activity&gt;</c>.</summary>
[HtmlTargetElement("lounge-activity")]
public sealed class LoungeActivityTagHelper : WidgetTagHelper;

/// <summary>Renders <see cref="WifiTime"/>: <c>&lt;wifi-time&gt;…&lt;/wifi-time&gt;</c>. Prevents caching of the page.</summary>
[HtmlTargetElement("wifi-time")]
public sealed class WifiTimeTagHelper : WidgetTagHelper;

/// <summary>Renders a <see cref="GuestSessionTable"/>: <c>&lt;guest-sessions&gt;…&lt;/guest-sessions&gt;</c>, for pages that need a
/// sign-in. Prevents caching of the page.</summary>
[HtmlTargetElement("guest-sessions")]
public sealed class GuestSessionsTagHelper : WidgetTagHelper;
