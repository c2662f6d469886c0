namespace SessionsWidgets;

/// <summary>Who may see a rendered widget, which decides whether it may be cached.</summary>
public enum WidgetAudience
{
    /// <summary>Everyone: it may be shared, cached and written to static pages.</summary>
    Everyone,

    /// <summary>The current visitor only: it is never cached or written to static pages.</summary>
    Visitor,

    /// <summary>The venue's staff, behind the host's sign-in: it is never cached or written to static pages.</summary>
    Staff,
}
