namespace SessionsWidgets.Samples.Sandbox.Data;

internal enum SessionOwner
{
    Venue,
    Brand,
    Cigar,
}

/// <summary>Which sessions are asked for. The times are milliseconds since 1970: from (included) and before (excluded).</summary>
internal sealed record SessionFilter(
    SessionOwner Owner, string OwnerId, int Limit, int Offset, long? From, long? Before, bool FeaturedOnly);
