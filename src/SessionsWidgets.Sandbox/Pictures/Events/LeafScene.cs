namespace SessionsWidgets.Sandbox.Pictures.Events;

/// <summary>Tobacco leaves, as they hang in the barn.</summary>
internal static class LeafScene
{
    public static void Leaves(Canvas canvas, EventColours colours)
    {
        canvas.Ellipse(320, 60, 330, 250, colours.Glow, .75);
        canvas.Ellipse(320, 40, 220, 170, colours.Glow);
        Leaf(canvas, colours, 96, 84, .92, colours.Shade);
        Leaf(canvas, colours, 544, 96, .92, colours.Shade);
        Leaf(canvas, colours, 208, 97, 1.08, colours.Body);
        Leaf(canvas, colours, 432, 82, 1.08, colours.Body);
        Leaf(canvas, colours, 320, 90, 1.22, colours.Accent);
        canvas.Fill($"M0 38H640V52H0Z", colours.Floor);
        canvas.Fill($"M0 38H640V41H0Z", colours.Light, .18);
        foreach (double x in (double[])[96, 208, 320, 432, 544])
            canvas.Line($"M{x - 7} 36L{x + 7} 56M{x + 7} 36L{x - 7} 56", colours.Light, 2.2, .7);
    }

    /// <summary>A leaf that hangs from the lath by its stem.</summary>
    private static void Leaf(Canvas canvas, EventColours colours, double x, double angle, double size, string colour)
    {
        canvas.Open(FormattableString.Invariant($"translate({x} 48) rotate({angle}) scale({size})"));
        canvas.Line($"M0 0H34", colours.Shade, 5);
        canvas.Fill($"M22 0C46 -34 92 -58 140 -50C184 -44 212 -18 238 0C212 18 184 44 140 50C92 58 46 34 22 0Z", colour);
        canvas.Fill($"M22 0C46 34 92 58 140 50C184 44 212 18 238 0Z", "#1b0f06", .16);
        canvas.Line($"M24 0H232", colours.Light, 2.6, .5);
        for (int vein = 0; vein < 6; vein++)
        {
            double start = 48 + (28 * vein);
            double reach = vein < 4 ? 34 - (3 * vein) : 24 - (6 * (vein - 4));
            canvas.Line($"M{start} 0Q{start + 12} {-reach * .7} {start + 30} {-reach}", colours.Light, 1.5, .35);
            canvas.Line($"M{start} 0Q{start + 12} {reach * .7} {start + 30} {reach}", colours.Light, 1.5, .35);
        }

        canvas.Close();
    }
}
