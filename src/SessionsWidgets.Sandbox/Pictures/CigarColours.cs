namespace SessionsWidgets.Sandbox.Pictures;

/// <summary>The tones of a wrapper leaf.</summary>
/// <param name="Light">The upper two thirds.</param>
/// <param name="Dark">The lower third.</param>
/// <param name="Shine">The one highlight.</param>
/// <param name="Vein">Veins and the seam of the cap.</param>
/// <param name="Foot">The cut end.</param>
/// <param name="Leaf">The rolled leaves in the cut end.</param>
internal sealed record WrapperColours(string Light, string Dark, string Shine, string Vein, string Foot, string Leaf)
{
    public static WrapperColours Of(CigarWrapper wrapper) => wrapper switch
    {
        CigarWrapper.Natural => new("#c29056", "#a87440", "#dcb47c", "#8a5a2b", "#7d5430", "#b98a57"),
        CigarWrapper.Colorado => new("#97582d", "#7b431f", "#b8794a", "#5f3114", "#573316", "#9a6a3c"),
        _ => new("#5b341f", "#462414", "#7c5238", "#331709", "#2c150b", "#6b452b"),
    };
}

/// <summary>The colors of a band: the paper, the ornament on it, and a tone of the paper for its middle.</summary>
internal sealed record BandColours(string Paper, string Ornament, string Middle)
{
    public static BandColours Of(BandColour colour) => colour switch
    {
        BandColour.Claret => new("#7e1a28", "#e0b877", "#671320"),
        BandColour.Ivory => new("#efe4c8", "#966321", "#f7efdb"),
        BandColour.Forest => new("#17493d", "#d8b56c", "#103a30"),
        BandColour.Plum => new("#472b5c", "#d9bd85", "#382049"),
        BandColour.Ink => new("#22201f", "#c8a466", "#141312"),
        _ => new("#1f3a5f", "#d9c08a", "#172d4b"),
    };
}
