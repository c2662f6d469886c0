namespace SessionsWidgets.Sandbox.Pictures.Events;

/// <summary>Draws the picture of an event, 640 × 360: flat and quiet like the other drawings, but with a ground to the edges.</summary>
internal static class EventDrawing
{
    public const int Width = 640;

    public const int Height = 360;

    public static string Draw(EventPicture picture)
    {
        EventColours colours = EventColours.Of(picture.Tone);
        var svg = new Svg(Width, Height, colours.Back);
        switch (picture.Subject)
        {
            case EventSubject.Cigar:
                TableScenes.Cigar(svg, colours);
                break;
            case EventSubject.Leaves:
                LeafScene.Leaves(svg, colours);
                break;
            case EventSubject.Glasses:
                TableScenes.Glasses(svg, colours);
                break;
            case EventSubject.Chess:
                TableScenes.Chess(svg, colours);
                break;
            case EventSubject.Guitar:
                StageScenes.Guitar(svg, colours);
                break;
            case EventSubject.Stage:
                StageScenes.Stage(svg, colours);
                break;
            case EventSubject.Screen:
                StageScenes.Screen(svg, colours);
                break;
            case EventSubject.Map:
                PlaceScenes.Map(svg, colours);
                break;
            case EventSubject.Lake:
                PlaceScenes.Lake(svg, colours);
                break;
            default:
                PlaceScenes.Night(svg, colours);
                break;
        }

        return svg.End();
    }

    /// <summary>A lit wall and the edge of a table or floor.</summary>
    public static void Room(Svg svg, EventColours colours, double floor)
    {
        svg.Ellipse(320, floor, 300, 230, colours.Glow, .75);
        svg.Ellipse(320, floor, 200, 155, colours.Glow);
        svg.Fill($"M0 {floor}H{Width}V{Height}H0Z", colours.Floor);
        svg.Fill($"M0 {floor}H{Width}V{floor + 3}H0Z", colours.Light, .12);
    }
}
