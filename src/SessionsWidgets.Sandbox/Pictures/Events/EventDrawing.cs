namespace SessionsWidgets.Sandbox.Pictures.Events;

/// <summary>Draws the picture of an event, 640 × 360: flat and quiet like the other drawings, but with a ground to the edges.</summary>
internal static class EventDrawing
{
    public const int Width = 640;

    public const int Height = 360;

    public static Drawing Draw(EventPicture picture)
    {
        EventColours colours = EventColours.Of(picture.Tone);
        return new Drawing(Width, Height, colours.Back, canvas => Draw(canvas, picture.Subject, colours));
    }

    private static void Draw(Canvas canvas, EventSubject subject, EventColours colours)
    {
        switch (subject)
        {
            case EventSubject.Cigar:
                TableScenes.Cigar(canvas, colours);
                break;
            case EventSubject.Leaves:
                LeafScene.Leaves(canvas, colours);
                break;
            case EventSubject.Glasses:
                TableScenes.Glasses(canvas, colours);
                break;
            case EventSubject.Chess:
                TableScenes.Chess(canvas, colours);
                break;
            case EventSubject.Guitar:
                StageScenes.Guitar(canvas, colours);
                break;
            case EventSubject.Stage:
                StageScenes.Stage(canvas, colours);
                break;
            case EventSubject.Screen:
                StageScenes.Screen(canvas, colours);
                break;
            case EventSubject.Map:
                PlaceScenes.Map(canvas, colours);
                break;
            case EventSubject.Lake:
                PlaceScenes.Lake(canvas, colours);
                break;
            default:
                PlaceScenes.Night(canvas, colours);
                break;
        }
    }

    /// <summary>A lit wall and the edge of a table or floor.</summary>
    public static void Room(Canvas canvas, EventColours colours, double floor)
    {
        canvas.Ellipse(320, floor, 300, 230, colours.Glow, .75);
        canvas.Ellipse(320, floor, 200, 155, colours.Glow);
        canvas.Fill($"M0 {floor}H{Width}V{Height}H0Z", colours.Floor);
        canvas.Fill($"M0 {floor}H{Width}V{floor + 3}H0Z", colours.Light, .12);
    }
}
