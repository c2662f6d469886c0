namespace SessionsWidgets;

/// <summary>Who may see a rendered widget, and so who may keep it.</summary>
public enum WidgetAudience
{
    /// <summary>Everybody: it may be shared, cached and written into static pages.</summary>
    Everyone,

    /// <summary>The visitor who asked, and nobody else: it is never kept, and never written into static pages.</summary>
    Visitor,

    /// <summary>The venue's staff, behind the host's sign-in: it is never kept, and never written into static pages.</summary>
    Staff,
}
