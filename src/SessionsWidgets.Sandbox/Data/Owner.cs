namespace SessionsWidgets.Sandbox.Data;

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

    /// <summary>Whose data it has; null if there is no such business or cigar.</summary>
    /// <param name="anyBusiness">Whether what is not in the data has that of the first one of its kind.</param>
    public Owner? Find(bool anyBusiness)
    {
        if (Exists)
            return this;
        return anyBusiness ? this with { Id = FirstId } : null;
    }

    private string FirstId => Kind switch
    {
        OwnerKind.Venue => Catalogue.Venues[0].Id,
        OwnerKind.Brand => Catalogue.Brands[0].Id,
        _ => Catalogue.Cigars[0].Id,
    };

    private bool Exists => Kind switch
    {
        OwnerKind.Venue => Catalogue.Venues.Any(venue => venue.Id == Id),
        OwnerKind.Brand => Catalogue.Brands.Any(brand => brand.Id == Id),
        _ => Catalogue.Cigars.Any(cigar => cigar.Id == Id),
    };
}
