namespace SessionsWidgets;

/// <summary>What templates may read of guests: counts from the floor on, and, of single sessions, what is masked already.</summary>
internal static class GuestMembers
{
    public static void AddGuests(this TemplateMembers members) => members
        .AddPart<GuestCount>(count => count
            .Member("value", c => c.Value)
            .Member("few", c => c.IsFew)
            .Member("none", c => c.IsNone))
        .AddPart<VisitDay>(day => day
            .Member("date", d => d.Date)
            .Member("iso", d => d.Iso)
            .Member("today", d => d.IsToday)
            .Member("percent", d => (long)d.Percent)
            .Model("visits", d => d.Visits))
        .AddPart<GuestSession>(session => session
            .Member("started_at", s => s.StartedAt)
            .Member("ended_at", s => s.EndedAt)
            .Member("duration", s => (long?)s.Duration?.TotalSeconds)
            .Member("online", s => s.IsOnline)
            .Member("device", s => NameOf(s.Device))
            .Member("location_name", s => s.LocationName)
            .Member("login_type", s => s.LoginType)
            .Member("service_profile", s => s.ServiceProfile)
            .Member("downloaded", s => s.DownloadedBytes)
            .Member("uploaded", s => s.UploadedBytes)
            .Model("details", s => s.Details))
        .AddPart<GuestDetails>(details => details
            .Member("guest", d => d.Guest)
            .Member("mac", d => d.DeviceMac)
            .Member("ip", d => d.DeviceIp)
            .Member("access_code", d => d.AccessCode));

    private static string NameOf(DeviceKind device) => device switch
    {
        DeviceKind.Phone => "phone",
        DeviceKind.Tablet => "tablet",
        DeviceKind.Computer => "computer",
        _ => "other",
    };
}
