namespace SessionsWidgets.Sandbox.Pictures;

internal enum CigarShape
{
    PetitCorona,
    Robusto,
    Toro,
    Churchill,
    Torpedo,
    Lancero,
}

internal enum CigarWrapper
{
    Natural,
    Colorado,
    Maduro,
}

internal enum BandColour
{
    Claret,
    Ivory,
    Forest,
    Plum,
    Ink,
    Navy,
}

internal enum BandDesign
{
    Medallion,
    Diamond,
    Rings,
    Double,
}

internal enum CigarView
{
    Lying,
    Tilted,
}

internal sealed record CigarBand(BandColour Colour, BandDesign Design);
