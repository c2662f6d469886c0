namespace SessionsWidgets;

/// <summary>The people who may see a rendered widget, which decides whether it may be cached.</summary>
public enum WidgetAudience
{
    /// <summary>Everyone. The widget may be shared, cached and written to static pages.</summary>
    Everyone,

    /// <summary>Only the current visitor. The widget is never cached or written to static pages.</summary>
    Visitor,

    /// <summary>The staff of the venue, after they sign in to the host. The widget is never cached or written to static pages.</summary>
    Staff,
}
