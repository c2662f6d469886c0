namespace SessionsWidgets.Samples.Sandbox.Data;

internal enum OwnerKind
{
    Venue,
    Brand,
    Cigar,
}

/// <summary>Whose items are asked for.</summary>
internal sealed record Owner(OwnerKind Kind, string Id)
{
    /// <summary><c>venue</c> or <c>brand</c>; null for a cigar, which is no business.</summary>
    public string? BusinessType => Kind switch
    {
        OwnerKind.Venue => "venue",
        OwnerKind.Brand => "brand",
        _ => null,
    };
}
