namespace SessionsWidgets.Sandbox.Pictures.Events;

internal enum EventSubject
{
    Cigar,
    Leaves,
    Glasses,
    Chess,
    Guitar,
    Stage,
    Screen,
    Map,
    Lake,
    Night,
}

internal enum EventTone
{
    Ember,
    Moss,
    Sand,
    Dusk,
    Midnight,
}

/// <summary>What the picture of an event shows, and in which light.</summary>
internal sealed record EventPicture(EventSubject Subject, EventTone Tone);

/// <summary>The few tones of one picture.</summary>
/// <param name="Back">The wall or the sky.</param>
/// <param name="Glow">What is lit of it.</param>
/// <param name="Floor">The table, the floor or the water.</param>
/// <param name="Body">The subject.</param>
/// <param name="Shade">The subject's darker side.</param>
/// <param name="Light">Highlights.</param>
/// <param name="Accent">One thing that stands out.</param>
internal sealed record EventColours(string Back, string Glow, string Floor, string Body, string Shade, string Light, string Accent)
{
    public static EventColours Of(EventTone tone) => tone switch
    {
        EventTone.Ember => new("#4a2c1d", "#6b3f25", "#331d12", "#d9a066", "#b0743f", "#f3d9ae", "#8f2433"),
        EventTone.Moss => new("#34463a", "#47604c", "#243128", "#a9b07c", "#808c5b", "#ecead0", "#c98f4a"),
        EventTone.Sand => new("#e6d8bd", "#f3e9d4", "#cdb893", "#97582d", "#7b431f", "#fbf5e7", "#17493d"),
        EventTone.Dusk => new("#5d4762", "#a8716f", "#3d2f46", "#e3b08a", "#b9806c", "#f8e3c8", "#7e2a3a"),
        _ => new("#1d2740", "#2e3c5c", "#121928", "#c8a466", "#98793f", "#f4e7c5", "#7e1a28"),
    };
}
