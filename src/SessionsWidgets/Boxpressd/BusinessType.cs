namespace SessionsWidgets;

/// <summary>The type of a business. The API has a path for each.</summary>
public enum BusinessType
{
    /// <summary>A place where people smoke cigars, such as a lounge, a club or a shop (<c>/venues/…</c>).</summary>
    Venue,

    /// <summary>A cigar maker (<c>/brands/…</c>).</summary>
    Brand,
}
