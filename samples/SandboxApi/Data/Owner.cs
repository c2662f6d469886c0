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

    /// <summary>Whether there is such a business or cigar.</summary>
    public bool Exists => Kind switch
    {
        OwnerKind.Venue => Catalogue.Venues.Any(venue => venue.Id == Id),
        OwnerKind.Brand => Catalogue.Brands.Any(brand => brand.Id == Id),
        _ => Catalogue.Cigars.Any(cigar => cigar.Id == Id),
    };
}
