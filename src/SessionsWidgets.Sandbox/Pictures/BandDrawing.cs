namespace SessionsWidgets.Sandbox.Pictures;

/// <summary>Draws the paper band around a cigar.</summary>
internal static class BandDrawing
{
    /// <summary>How far the paper stands off the leaf.</summary>
    private const double Lift = .9;

    public static void Draw(Canvas canvas, CigarBody body, CigarBand band)
    {
        BandColours colours = BandColours.Of(band.Colour);
        double left = body.Left + body.Head + (((body.Right - body.Left) - body.Head) * .16);
        double size = body.Half * 2;
        switch (band.Design)
        {
            case BandDesign.Medallion:
                Paper(canvas, body, left, size * .8, colours.Paper);
                Stripe(canvas, body, left + 3.2, 1.5, colours.Ornament);
                Stripe(canvas, body, left + (size * .8) - 3.2, 1.5, colours.Ornament);
                Medallion(canvas, body, left + (size * .4), colours);
                break;
            case BandDesign.Diamond:
                double wide = size * 1.06;
                Paper(canvas, body, left, wide, colours.Paper);
                foreach (double inset in (double[])[2.4, 8.6])
                {
                    Stripe(canvas, body, left + inset, 1.5, colours.Ornament);
                    Stripe(canvas, body, left + wide - inset, 1.5, colours.Ornament);
                }

                Diamond(canvas, body, left + (wide / 2), colours);
                break;
            case BandDesign.Rings:
                Paper(canvas, body, left, size * .2, colours.Paper);
                Paper(canvas, body, left + (size * .3), size * .2, colours.Paper);
                Stripe(canvas, body, left + (size * .1), 1.1, colours.Ornament);
                Stripe(canvas, body, left + (size * .4), 1.1, colours.Ornament);
                break;
            default:
                Paper(canvas, body, left, size * .62, colours.Paper);
                Stripe(canvas, body, left + 2.6, 1.3, colours.Ornament);
                Stripe(canvas, body, left + (size * .62) - 2.6, 1.3, colours.Ornament);
                Shield(canvas, body, left + (size * .31), colours);
                Paper(canvas, body, left + (size * .78), size * .2, colours.Ornament);
                Stripe(canvas, body, left + (size * .88), 1.2, colours.Paper);
                break;
        }
    }

    /// <summary>The bulge of every line across the cigar.</summary>
    private static double Bend(CigarBody body) => body.Half * .3;

    private static void Paper(Canvas canvas, CigarBody body, double left, double width, string colour)
    {
        double bend = Bend(body);
        double top = body.Top - Lift;
        double low = body.Bottom + Lift;
        double right = left + width;
        canvas.Fill($"M{left} {top}Q{left + bend} {body.Middle} {left} {low}H{right}Q{right + bend} {body.Middle} {right} {top}Z", colour);

        // The lower third of the same paper: a quadratic curve cut at two thirds.
        double cut = bend * 4 / 9;
        double control = bend / 3;
        double shadeTop = top + ((low - top) * 2 / 3);
        double middle = body.Middle + ((low - body.Middle) * 2 / 3);
        canvas.Fill(
            $"M{left + cut} {shadeTop}Q{left + control} {middle} {left} {low}H{right}Q{right + control} {middle} {right + cut} {shadeTop}Z",
            "#1b0f06",
            .16);
    }

    private static void Stripe(Canvas canvas, CigarBody body, double x, double width, string colour)
    {
        double end = Lift - (width / 2);
        canvas.Line($"M{x} {body.Top - end}Q{x + Bend(body)} {body.Middle} {x} {body.Bottom + end}", colour, width);
    }

    private static void Medallion(Canvas canvas, CigarBody body, double x, BandColours colours)
    {
        double radius = body.Half * .44;
        double centre = x + (Bend(body) / 2);
        canvas.Ellipse(centre, body.Middle, radius * .86, radius, colours.Middle);
        canvas.Ring(centre, body.Middle, radius * .86, radius, colours.Ornament, 1.4);
        const int Points = 8;
        double outer = radius * .52;
        for (int point = 0; point < Points; point++)
        {
            double angle = Math.PI * 2 * point / Points;
            canvas.Line($"M{centre} {body.Middle}l{Math.Sin(angle) * outer * .86} {-Math.Cos(angle) * outer}", colours.Ornament, 1.7);
        }
    }

    private static void Diamond(Canvas canvas, CigarBody body, double x, BandColours colours)
    {
        double height = body.Half * .52;
        double width = height * .68;
        double centre = x + (Bend(body) / 2);
        Rhombus(width, height, colours.Ornament);
        Rhombus(width * .48, height * .48, colours.Middle);

        void Rhombus(double width, double height, string colour) =>
            canvas.Fill($"M{centre} {body.Middle - height}l{width} {height}l{-width} {height}l{-width} {-height}Z", colour);
    }

    private static void Shield(Canvas canvas, CigarBody body, double x, BandColours colours)
    {
        double height = body.Half * .4;
        double width = height * .74;
        double centre = x + (Bend(body) / 2);
        double left = centre - width;
        double right = centre + width;
        double waist = Down(.15);
        double control = Down(.8);
        canvas.Fill(
            $"M{left} {Down(-1)}H{right}V{waist}Q{right} {control} {centre} {Down(1.2)}Q{left} {control} {left} {waist}Z",
            colours.Ornament);

        double arm = width * .55;
        canvas.Line($"M{centre - arm} {Down(.1)}L{centre} {Down(-.4)}L{centre + arm} {Down(.1)}", colours.Paper, 1.4);

        double Down(double part) => body.Middle + (height * part);
    }
}
