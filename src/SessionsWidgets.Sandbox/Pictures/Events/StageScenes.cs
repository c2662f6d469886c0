namespace SessionsWidgets.Sandbox.Pictures.Events;

/// <summary>What an audience looks at.</summary>
internal static class StageScenes
{
    public static void Guitar(Canvas canvas, EventColours colours)
    {
        EventDrawing.Room(canvas, colours, 288);
        canvas.Ellipse(250, 326, 170, 16, "#1b0f06", .28);
        canvas.Open("translate(236 214) rotate(-19) scale(.98)");
        canvas.Fill($"M52 -9H322V9H52Z", "#2b1d14");
        canvas.Fill($"M322 -11L384 -17Q390 0 384 17L322 11Z", "#3d2a1c");
        canvas.Fill(
            $"""
            M-152 0C-152 -62 -112 -86 -70 -86C-30 -86 -18 -58 8 -57C30 -56 44 -67 66 -65C98 -61 114 -32 114 0
            C114 32 98 61 66 65C44 67 30 56 8 57C-18 58 -30 86 -70 86C-112 86 -152 62 -152 0Z
            """,
            colours.Body);
        canvas.Fill(
            $"""
            M-152 0C-152 62 -112 86 -70 86C-30 86 -18 58 8 57C30 56 44 67 66 65C98 61 114 32 114 0
            C104 34 84 48 62 49C44 50 26 40 4 42C-22 44 -38 68 -72 68C-112 68 -140 44 -152 0Z
            """,
            colours.Shade);
        canvas.Ring(34, 0, 33, 33, colours.Accent, 3);
        canvas.Ellipse(34, 0, 27, 27, "#1b0f06", .85);
        canvas.Fill($"M-92 -30H-80V30H-92Z", "#2b1d14");
        canvas.Fill($"M52 -9H114V9H52Z", "#2b1d14");
        for (int fret = 0; fret < 9; fret++)
            canvas.Line($"M{316 - (22 * fret)} -8V8", colours.Light, 1.2, .45);
        foreach (double y in (double[])[-6, -2, 2, 6])
        {
            canvas.Line($"M-86 {y * 1.5}L322 {y}", colours.Light, 1, .75);
            canvas.Ellipse(352 + (y * 2.4), y < 0 ? -19 : 19, 4.5, 4.5, colours.Light, .85);
        }

        canvas.Line($"M-128 -34C-116 -60 -96 -70 -72 -71", colours.Light, 4, .5);
        canvas.Close();
    }

    /// <summary>A microphone and a stool in a spot of light.</summary>
    public static void Stage(Canvas canvas, EventColours colours)
    {
        canvas.Ellipse(320, 180, 280, 210, colours.Glow, .6);
        canvas.Fill($"M0 286H640V360H0Z", colours.Floor);
        canvas.Fill($"M306 0H334L440 304H200Z", colours.Light, .13);
        canvas.Ellipse(320, 306, 122, 20, colours.Light, .2);
        Curtain(canvas, 0, 1);
        Curtain(canvas, 640, -1);
        canvas.Fill($"M0 0H640V26Q600 52 560 26T480 26T400 26T320 26T240 26T160 26T80 26T0 26Z", colours.Accent);
        canvas.Line($"M378 304L390 222M430 304L418 222M383 272H425", colours.Shade, 5);
        canvas.Fill($"M376 212H432Q440 212 438 219T430 225H378Q370 225 370 219T376 212Z", colours.Body);
        canvas.Ellipse(312, 306, 34, 7, "#12100f", .9);
        canvas.Line($"M312 304V150", "#12100f", 4.5);
        canvas.Open("translate(312 146) rotate(-24)");
        canvas.Fill($"M-9 -14H9L6 34H-6Z", "#2b2724");
        canvas.Ellipse(0, -24, 15, 18, colours.Light, .95);
        canvas.Line($"M-13 -24H13M-10 -33H10M-10 -15H10M0 -41V-7", "#2b2724", 1.2, .5);
        canvas.Close();

        // The fold nearest to the middle is the shortest.
        void Curtain(Canvas canvas, double edge, int side)
        {
            for (int fold = 4; fold >= 0; fold--)
            {
                double x = edge + (side * fold * 26);
                double hem = 312 - (fold * 7);
                canvas.Fill(
                    $"M{x} 0h{side * 28}c{side * 2} {hem * .6} {side * -6} {hem * .8} {side * -1} {hem}q{side * -14} 9 {side * -27} 0Z",
                    colours.Accent);
                canvas.Fill($"M{x} 0h{side * 9}v{hem + 3}q{side * -5} 0 {side * -9} -3Z", "#1b0f06", .26);
            }
        }
    }

    /// <summary>A pitch on a large screen, and two pints on the counter in front of it.</summary>
    public static void Screen(Canvas canvas, EventColours colours)
    {
        EventDrawing.Room(canvas, colours, 292);
        canvas.Fill($"M138 34H502Q512 34 512 44V234Q512 244 502 244H138Q128 244 128 234V44Q128 34 138 34Z", "#171a18");
        canvas.Fill($"M140 46H500V232H140Z", "#3f6b4a");
        for (int stripe = 0; stripe < 3; stripe++)
            canvas.Fill($"M{200 + (stripe * 120)} 46H{260 + (stripe * 120)}V232H{200 + (stripe * 120)}Z", "#467551");
        canvas.Line($"M320 46V232", colours.Light, 2, .8);
        canvas.Ring(320, 139, 34, 34, colours.Light, 2, .8);
        canvas.Line($"M140 92H186V186H140M500 92H454V186H500", colours.Light, 2, .8);
        canvas.Ellipse(372, 118, 5, 5, colours.Light);
        canvas.Fill($"M140 46H290L200 232H140Z", colours.Light, .08);
        Pint(canvas, colours, 214);
        Pint(canvas, colours, 428);
    }

    private static void Pint(Canvas canvas, EventColours colours, double x)
    {
        canvas.OpenAt(x, 0);
        canvas.Ellipse(0, 334, 40, 7, "#1b0f06", .3);
        canvas.Fill($"M-36 214H36L27 334H-27Z", colours.Accent);
        canvas.Fill($"M12 214H36L27 334H9Z", "#1b0f06", .18);
        canvas.Fill($"M-38 228V212Q-38 198 -22 200Q-8 188 6 198Q22 190 30 202Q40 204 38 228Q30 238 20 230Q4 240 -8 230Q-26 240 -38 228Z",
            colours.Light);
        canvas.Line($"M-25 248L-20 316", colours.Light, 4, .5);
        canvas.Close();
    }
}
