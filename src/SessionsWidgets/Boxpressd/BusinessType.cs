namespace SessionsWidgets;

/// <summary>The kind of business whose sessions are shown: the API has one path for each.</summary>
public enum BusinessType
{
    /// <summary>A place where cigars are smoked: a lounge, a club, a shop (<c>/venues/…</c>).</summary>
    Venue,

    /// <summary>A maker of cigars (<c>/brands/…</c>).</summary>
    Brand,
}
