using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary><c>&lt;guests-online&gt;…&lt;/guests-online&gt;</c>: how many guests are on the Wi-Fi now
/// (<see cref="GuestsOnline"/>).</summary>
[HtmlTargetElement("guests-online")]
public sealed class GuestsOnlineTagHelper : WidgetTagHelper;

/// <summary><c>&lt;guest-visits days="14"&gt;…&lt;/guest-visits&gt;</c>: visits of the last days, as a bar chart
/// (<see cref="GuestVisits"/>).</summary>
[HtmlTargetElement("guest-visits")]
public sealed class GuestVisitsTagHelper : WidgetTagHelper;

/// <summary><c>&lt;lounge-activity&gt;…&lt;/lounge-activity&gt;</c>: guests on the Wi-Fi and members who smoke
/// (<see cref="LoungeActivity"/>).</summary>
[HtmlTargetElement("lounge-activity")]
public sealed class LoungeActivityTagHelper : WidgetTagHelper;

/// <summary><c>&lt;wifi-time&gt;…&lt;/wifi-time&gt;</c>: the visitor's own time on the Wi-Fi (<see cref="WifiTime"/>). The page becomes
/// <c>private, no-store</c>.</summary>
[HtmlTargetElement("wifi-time")]
public sealed class WifiTimeTagHelper : WidgetTagHelper;

/// <summary><c>&lt;guest-sessions page="2"&gt;…&lt;/guest-sessions&gt;</c>: a table for staff, to be put behind a sign-in
/// (<see cref="GuestSessions"/>). The page becomes <c>private, no-store</c>.</summary>
[HtmlTargetElement("guest-sessions")]
public sealed class GuestSessionsTagHelper : WidgetTagHelper;
