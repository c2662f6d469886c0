namespace SessionsWidgets.Sandbox.Pictures.Events;

/// <summary>What stands or lies on a table.</summary>
internal static class TableScenes
{
    /// <summary>A lit cigar on the edge of an ashtray.</summary>
    public static void Cigar(Canvas canvas, EventColours colours)
    {
        EventDrawing.Room(canvas, colours, 236);
        canvas.Ellipse(322, 300, 168, 26, "#1b0f06", .25);
        canvas.Fill($"M170 262C172 300 226 316 320 316S468 300 470 262Z", colours.Shade);
        canvas.Fill($"M320 316C414 316 468 300 470 262H420C416 292 384 308 320 316Z", "#1b0f06", .2);
        canvas.Ellipse(320, 262, 150, 24, colours.Body);
        canvas.Ellipse(320, 264, 126, 17, "#1b0f06", .42);
        Smoke(canvas, colours, 498, 204);
        canvas.Open("translate(322 232) rotate(-4) scale(1.18) translate(-200 -77)");
        CigarDrawing.DrawLying(canvas, CigarShape.Toro, CigarWrapper.Colorado, new CigarBand(BandColour.Claret, BandDesign.Medallion));
        canvas.Ellipse(344.5, 77, 4.4, 20, "#e8743b", .9);
        canvas.Ellipse(345, 77, 2.4, 12, "#f6c26b", .9);
        canvas.Close();
    }

    /// <summary>Three tasting glasses, each with a darker pour.</summary>
    public static void Glasses(Canvas canvas, EventColours colours)
    {
        EventDrawing.Room(canvas, colours, 252);
        Glass(canvas, colours, 180, .45);
        Glass(canvas, colours, 320, .7);
        Glass(canvas, colours, 460, .95);
    }

    /// <summary>A king and two pawns on the edge of a board.</summary>
    public static void Chess(Canvas canvas, EventColours colours)
    {
        EventDrawing.Room(canvas, colours, 248);
        for (int column = 0; column < 8; column++)
        {
            Square(canvas, column, 262, 298, column % 2 == 0 ? colours.Shade : colours.Light);
            Square(canvas, column, 298, 344, column % 2 == 1 ? colours.Shade : colours.Light);
        }

        Pawn(canvas, 206, 282, colours.Light, colours.Shade);
        Pawn(canvas, 452, 296, colours.Body, colours.Shade);
        King(canvas, 330, 292, colours.Body, colours.Shade);
    }

    private static void Smoke(Canvas canvas, EventColours colours, double x, double y)
    {
        canvas.Line(
            $"M{x} {y}C{x + 26} {y - 44} {x - 30} {y - 74} {x} {y - 118}S{x + 30} {y - 168} {x + 6} {y - 214}", colours.Light, 9, .16);
        canvas.Line($"M{x + 6} {y - 4}C{x + 44} {y - 50} {x - 4} {y - 82} {x + 28} {y - 126}S{x + 52} {y - 176} {x + 34} {y - 220}",
            colours.Light, 5, .13);
    }

    private static void Glass(Canvas canvas, EventColours colours, double x, double pour)
    {
        canvas.OpenAt(x, 0);
        canvas.Ellipse(0, 282, 46, 8, "#1b0f06", .28);
        canvas.Ellipse(0, 278, 30, 6, colours.Light, .45);
        canvas.Fill($"M-9 250H9L16 278H-16Z", colours.Light, .35);
        canvas.Fill(
            $"M-27 112C-28 152 -46 172 -46 204S-24 246 -9 252H9C24 246 46 236 46 204S28 152 27 112Z", colours.Light, .2);
        canvas.Fill($"M-44 196C-46 234 -24 244 -9 249H9C24 244 46 234 44 196Z", colours.Body, pour);
        canvas.Ellipse(0, 196, 44, 6.5, colours.Light, .4);
        canvas.Ring(0, 112, 27, 4, colours.Light, 1.8, .7);
        canvas.Line($"M-22 128C-24 156 -36 172 -38 190", colours.Light, 3.2, .55);
        canvas.Close();
    }

    /// <summary>A square of a row: the columns meet far behind the table.</summary>
    private static void Square(Canvas canvas, int column, double top, double bottom, string colour)
    {
        canvas.Fill($"M{At(column, top)} {top}H{At(column + 1, top)}L{At(column + 1, bottom)} {bottom}H{At(column, bottom)}Z", colour);

        static double At(int line, double y) => 320 + ((line - 4) * (56 + ((y - 262) * .2)));
    }

    private static void Pawn(Canvas canvas, double x, double y, string colour, string shade)
    {
        canvas.OpenAt(x, y);
        canvas.Ellipse(4, 3, 38, 9, "#1b0f06", .25);
        canvas.Fill($"M-34 0C-34 -20 -13 -20 -11 -66H11C13 -20 34 -20 34 0Z", colour);
        canvas.Ellipse(0, 0, 34, 7, colour);
        canvas.Ellipse(0, -68, 19, 5, colour);
        canvas.Ellipse(0, -88, 22, 22, colour);
        canvas.Fill($"M2 -66H11C13 -20 34 -20 34 0Q24 6 10 6C16 -20 4 -30 2 -66Z", shade, .55);
        canvas.Fill($"M6 -109C30 -102 28 -70 4 -66C18 -76 20 -96 6 -109Z", shade, .55);
        canvas.Close();
    }

    private static void King(Canvas canvas, double x, double y, string colour, string shade)
    {
        canvas.OpenAt(x, y);
        canvas.Ellipse(5, 4, 50, 11, "#1b0f06", .25);
        canvas.Fill($"M-46 0C-46 -30 -20 -34 -17 -118H17C20 -34 46 -30 46 0Z", colour);
        canvas.Ellipse(0, 0, 46, 9, colour);
        canvas.Ellipse(0, -120, 29, 7, colour);
        canvas.Fill($"M-17 -124L-30 -172Q0 -192 30 -172L17 -124Z", colour);
        canvas.Fill($"M-4 -214H4V-205H13V-197H4V-180H-4V-197H-13V-205H-4Z", colour);
        canvas.Fill($"M3 -118H17C20 -34 46 -30 46 0Q34 8 14 9C24 -30 6 -44 3 -118Z", shade, .6);
        canvas.Fill($"M8 -180Q20 -179 30 -172L17 -124H6Z", shade, .6);
        canvas.Close();
    }
}
