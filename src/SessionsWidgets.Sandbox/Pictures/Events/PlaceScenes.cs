namespace SessionsWidgets.Sandbox.Pictures.Events;

/// <summary>Places to be.</summary>
internal static class PlaceScenes
{
    private static readonly (double X, double Y)[] _stars =
        [(64, 54), (128, 98), (206, 40), (286, 78), (352, 34), (402, 110), (594, 40), (572, 150)];

    private static readonly (double X, double Y)[] _bulbs =
        [(96, 194), (142, 213), (190, 214), (238, 201), (286, 191), (334, 192), (382, 202), (430, 206), (478, 206), (526, 197),
         (562, 184)];

    private static readonly (double X, double Y)[] _route =
        [(176, 226), (192, 214), (210, 208), (229, 206), (248, 210), (267, 213), (286, 209), (303, 199), (318, 186), (333, 174),
         (351, 166), (370, 163), (389, 158), (406, 148), (420, 136)];

    /// <summary>A folded map with a way through the hills.</summary>
    public static void Map(Canvas canvas, EventColours colours)
    {
        canvas.Ellipse(320, 190, 330, 200, colours.Glow, .8);
        canvas.Fill($"M104 84L212 64L320 84L428 64L540 84V306L428 286L320 306L212 286L104 306Z", "#1b0f06", .16);
        for (int panel = 0; panel < 4; panel++)
        {
            double left = 100 + (108 * panel);
            (double from, double to) = panel % 2 == 0 ? (74, 54) : (54, 74);
            canvas.Fill($"M{left} {from}L{left + 108} {to}V{to + 222}L{left} {from + 222}Z", colours.Light);
            if (panel % 2 == 1)
                canvas.Fill($"M{left} {from}L{left + 108} {to}V{to + 222}L{left} {from + 222}Z", colours.Floor, .45);
        }

        canvas.Fill(
            $"""
            M134 262C160 236 168 176 214 152C262 128 292 148 340 116C384 88 436 88 474 108
            C508 128 500 176 470 202C430 236 372 216 322 244C260 276 190 290 134 262Z
            """,
            colours.Accent, .16);
        foreach (int ring in (int[])[0, 1, 2])
            canvas.Ring(252, 176, 40 - (11 * ring), 20 - (5.5 * ring), colours.Shade, 1.5, .5);
        foreach (int ring in (int[])[0, 1])
            canvas.Ring(386, 212, 28 - (11 * ring), 13 - (5 * ring), colours.Shade, 1.5, .5);
        canvas.Line($"M128 116C176 140 210 104 262 112S346 92 392 84", "#6f93a3", 5, .7);
        foreach ((double x, double y) in _route)
            canvas.Ellipse(x, y, 3.2, 3.2, colours.Body);
        canvas.Ring(168, 232, 7, 7, colours.Body, 3.4);
        canvas.Ellipse(432, 130, 15, 5, "#1b0f06", .25);
        canvas.Fill(
            $"M432 130C426 112 408 100 408 80C408 66.75 418.75 56 432 56S456 66.75 456 80C456 100 438 112 432 130Z", colours.Accent);
        canvas.Ellipse(432, 80, 9, 9, colours.Light);
        canvas.Ring(492, 248, 20, 20, colours.Shade, 1.6, .7);
        canvas.Fill($"M492 230L498 248L492 266L486 248Z", colours.Shade, .8);
    }

    /// <summary>Two chairs on a dock at sundown.</summary>
    public static void Lake(Canvas canvas, EventColours colours)
    {
        canvas.Ellipse(398, 196, 330, 170, colours.Glow, .55);
        canvas.Ellipse(398, 196, 180, 110, colours.Glow);
        canvas.Ellipse(398, 186, 46, 46, colours.Light);
        canvas.Fill($"M0 178C80 140 150 150 222 172S340 158 420 180S560 150 640 168V210H0Z", colours.Shade, .55);
        canvas.Fill($"M0 190C60 168 130 176 196 192S470 198 520 186S600 176 640 188V214H0Z", colours.Floor, .9);
        canvas.Fill($"M0 208H640V360H0Z", colours.Floor);
        canvas.Fill($"M338 208H458L500 360H296Z", colours.Glow, .32);
        for (int glint = 0; glint < 7; glint++)
        {
            double left = 364 + (glint % 3 * 9);
            canvas.Line($"M{left} {220 + (17 * glint)}h{46 + (glint * 5 % 17)}", colours.Light, 2.6, .55 - (.05 * glint));
        }

        canvas.Line($"M470 238h64M560 262h48M44 232h40", colours.Light, 2, .2);
        canvas.Fill($"M30 360L96 268H318L330 360Z", "#6b4a35");
        for (int plank = 1; plank < 5; plank++)
            canvas.Line($"M{96 - (13.5 * plank)} {268 + (19 * plank)}H{318 + (2.5 * plank)}", "#1b0f06", 1.6, .35);
        canvas.Fill($"M96 268H318V274H92Z", colours.Light, .25);
        Chair(canvas, colours, 142);
        Chair(canvas, colours, 246);
    }

    /// <summary>The lounge late at night, its windows lit.</summary>
    public static void Night(Canvas canvas, EventColours colours)
    {
        canvas.Ellipse(500, 86, 190, 150, colours.Glow, .5);
        canvas.Ellipse(500, 86, 110, 90, colours.Glow, .8);
        canvas.Ellipse(500, 86, 38, 38, colours.Light);
        canvas.Ellipse(484, 76, 34, 34, colours.Glow);
        foreach ((double x, double y) in _stars)
            canvas.Ellipse(x, y, 2, 2, colours.Light, .85);
        canvas.Fill($"M0 262C90 232 160 246 250 250S520 226 640 254V360H0Z", colours.Glow, .7);
        canvas.Fill($"M0 300H640V360H0Z", colours.Floor);
        canvas.Fill($"M118 176L318 112L518 176V188H118Z", colours.Shade);
        canvas.Fill($"M318 112L518 176V188H318Z", "#1b0f06", .25);
        canvas.Fill($"M140 188H496V316H140Z", "#2c2430");
        foreach (double x in (double[])[168, 242, 394])
            Window(canvas, colours, x);
        canvas.Fill($"M322 216H366V316H322Z", colours.Accent);
        canvas.Ellipse(357, 268, 2.6, 2.6, colours.Light);
        canvas.Fill($"M328 222H360V248H328Z", colours.Light, .8);
        canvas.Fill($"M168 316H470L520 360H110Z", colours.Light, .09);
        canvas.Line($"M60 170Q150 236 240 200T420 206T590 172", colours.Light, 1.4, .45);
        foreach ((double x, double y) in _bulbs)
        {
            canvas.Ellipse(x, y + 5, 9, 9, colours.Light, .2);
            canvas.Ellipse(x, y + 5, 4.2, 4.8, colours.Light);
        }
    }

    /// <summary>A garden chair from behind.</summary>
    private static void Chair(Canvas canvas, EventColours colours, double x)
    {
        canvas.OpenAt(x, 0);
        canvas.Line($"M-26 284L-32 326M26 284L32 326", colours.Accent, 7);
        for (int slat = -2; slat <= 2; slat++)
        {
            double top = 214 + (slat * slat * 5);
            double head = slat * 12;
            double foot = slat * 10;
            canvas.Fill(
                $"M{head - 5} {top}Q{head} {top - 5} {head + 5} {top}L{foot + 4.6} 300H{foot - 4.6}Z", colours.Accent);
        }

        canvas.Fill($"M-38 272H-24V280H-38ZM24 272H38V280H24Z", colours.Accent);
        canvas.Fill($"M-28 296H28V303H-28ZM-26 244H26V249H-26Z", "#1b0f06", .3);
        canvas.Close();
    }

    private static void Window(Canvas canvas, EventColours colours, double x)
    {
        canvas.Fill($"M{x} 216H{x + 56}V276H{x}Z", colours.Body);
        canvas.Fill($"M{x} 216H{x + 56}V240L{x} 262Z", colours.Light, .55);
        canvas.Line($"M{x + 28} 216V276M{x} 246H{x + 56}", "#2c2430", 3);
    }
}
