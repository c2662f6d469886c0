namespace SessionsWidgets.Sandbox.Pictures.Events;

/// <summary>What an audience looks at.</summary>
internal static class StageScenes
{
    public static void Guitar(Svg svg, EventColours colours)
    {
        EventDrawing.Room(svg, colours, 288);
        svg.Ellipse(250, 326, 170, 16, "#1b0f06", .28);
        svg.Open("translate(236 214) rotate(-19) scale(.98)");
        svg.Fill($"M52 -9H322V9H52Z", "#2b1d14");
        svg.Fill($"M322 -11L384 -17Q390 0 384 17L322 11Z", "#3d2a1c");
        svg.Fill(
            $"""
            M-152 0C-152 -62 -112 -86 -70 -86C-30 -86 -18 -58 8 -57C30 -56 44 -67 66 -65C98 -61 114 -32 114 0
            C114 32 98 61 66 65C44 67 30 56 8 57C-18 58 -30 86 -70 86C-112 86 -152 62 -152 0Z
            """,
            colours.Body);
        svg.Fill(
            $"""
            M-152 0C-152 62 -112 86 -70 86C-30 86 -18 58 8 57C30 56 44 67 66 65C98 61 114 32 114 0
            C104 34 84 48 62 49C44 50 26 40 4 42C-22 44 -38 68 -72 68C-112 68 -140 44 -152 0Z
            """,
            colours.Shade);
        svg.Ring(34, 0, 33, 33, colours.Accent, 3);
        svg.Ellipse(34, 0, 27, 27, "#1b0f06", .85);
        svg.Fill($"M-92 -30H-80V30H-92Z", "#2b1d14");
        svg.Fill($"M52 -9H114V9H52Z", "#2b1d14");
        for (int fret = 0; fret < 9; fret++)
            svg.Line($"M{316 - (22 * fret)} -8V8", colours.Light, 1.2, .45);
        foreach (double y in (double[])[-6, -2, 2, 6])
        {
            svg.Line($"M-86 {y * 1.5}L322 {y}", colours.Light, 1, .75);
            svg.Ellipse(352 + (y * 2.4), y < 0 ? -19 : 19, 4.5, 4.5, colours.Light, .85);
        }

        svg.Line($"M-128 -34C-116 -60 -96 -70 -72 -71", colours.Light, 4, .5);
        svg.Close();
    }

    /// <summary>A microphone and a stool in a spot of light.</summary>
    public static void Stage(Svg svg, EventColours colours)
    {
        svg.Ellipse(320, 180, 280, 210, colours.Glow, .6);
        svg.Fill($"M0 286H640V360H0Z", colours.Floor);
        svg.Fill($"M306 0H334L440 304H200Z", colours.Light, .13);
        svg.Ellipse(320, 306, 122, 20, colours.Light, .2);
        Curtain(svg, 0, 1);
        Curtain(svg, 640, -1);
        svg.Fill($"M0 0H640V26Q600 52 560 26T480 26T400 26T320 26T240 26T160 26T80 26T0 26Z", colours.Accent);
        svg.Line($"M378 304L390 222M430 304L418 222M383 272H425", colours.Shade, 5);
        svg.Fill($"M376 212H432Q440 212 438 219T430 225H378Q370 225 370 219T376 212Z", colours.Body);
        svg.Ellipse(312, 306, 34, 7, "#12100f", .9);
        svg.Line($"M312 304V150", "#12100f", 4.5);
        svg.Open("translate(312 146) rotate(-24)");
        svg.Fill($"M-9 -14H9L6 34H-6Z", "#2b2724");
        svg.Ellipse(0, -24, 15, 18, colours.Light, .95);
        svg.Line($"M-13 -24H13M-10 -33H10M-10 -15H10M0 -41V-7", "#2b2724", 1.2, .5);
        svg.Close();

        // The fold nearest to the middle is the shortest.
        void Curtain(Svg svg, double edge, int side)
        {
            for (int fold = 4; fold >= 0; fold--)
            {
                double x = edge + (side * fold * 26);
                double hem = 312 - (fold * 7);
                svg.Fill(
                    $"M{x} 0h{side * 28}c{side * 2} {hem * .6} {side * -6} {hem * .8} {side * -1} {hem}q{side * -14} 9 {side * -27} 0Z",
                    colours.Accent);
                svg.Fill($"M{x} 0h{side * 9}v{hem + 3}q{side * -5} 0 {side * -9} -3Z", "#1b0f06", .26);
            }
        }
    }

    /// <summary>A pitch on a large screen, and two pints on the counter in front of it.</summary>
    public static void Screen(Svg svg, EventColours colours)
    {
        EventDrawing.Room(svg, colours, 292);
        svg.Fill($"M138 34H502Q512 34 512 44V234Q512 244 502 244H138Q128 244 128 234V44Q128 34 138 34Z", "#171a18");
        svg.Fill($"M140 46H500V232H140Z", "#3f6b4a");
        for (int stripe = 0; stripe < 3; stripe++)
            svg.Fill($"M{200 + (stripe * 120)} 46H{260 + (stripe * 120)}V232H{200 + (stripe * 120)}Z", "#467551");
        svg.Line($"M320 46V232", colours.Light, 2, .8);
        svg.Ring(320, 139, 34, 34, colours.Light, 2, .8);
        svg.Line($"M140 92H186V186H140M500 92H454V186H500", colours.Light, 2, .8);
        svg.Ellipse(372, 118, 5, 5, colours.Light);
        svg.Fill($"M140 46H290L200 232H140Z", colours.Light, .08);
        Pint(svg, colours, 214);
        Pint(svg, colours, 428);
    }

    private static void Pint(Svg svg, EventColours colours, double x)
    {
        svg.OpenAt(x, 0);
        svg.Ellipse(0, 334, 40, 7, "#1b0f06", .3);
        svg.Fill($"M-36 214H36L27 334H-27Z", colours.Accent);
        svg.Fill($"M12 214H36L27 334H9Z", "#1b0f06", .18);
        svg.Fill($"M-38 228V212Q-38 198 -22 200Q-8 188 6 198Q22 190 30 202Q40 204 38 228Q30 238 20 230Q4 240 -8 230Q-26 240 -38 228Z",
            colours.Light);
        svg.Line($"M-25 248L-20 316", colours.Light, 4, .5);
        svg.Close();
    }
}
