namespace SessionsWidgets.Sandbox.Pictures;

/// <summary>
/// Draws a cigar: flat, two tones, one highlight, two veins, its shadow. There is no ground behind it, so it fits pages light and
/// dark; and the lying one fills its frame from side to side.
/// </summary>
internal static class CigarDrawing
{
    private const string Shadow = "#3b2a1c";

    public static Drawing Draw(CigarShape shape, CigarWrapper wrapper, CigarBand band, CigarView view)
    {
        CigarBody body = CigarBody.Of(shape);
        (int width, int height, string place) = view == CigarView.Lying
            ? (400, 160, "translate(0 3)")
            : (320, 240, "translate(160 122) rotate(-24) scale(.94) translate(-200 -80)");
        return new Drawing(width, height, null, canvas =>
        {
            canvas.Open(place);
            DrawShadow(canvas, body);
            DrawLying(canvas, shape, wrapper, band);
            canvas.Close();
        });
    }

    /// <summary>Draws the cigar alone, in its frame of 400 × 160, into a larger drawing.</summary>
    public static void DrawLying(Canvas canvas, CigarShape shape, CigarWrapper wrapper, CigarBand band)
    {
        CigarBody body = CigarBody.Of(shape);
        DrawBody(canvas, body, WrapperColours.Of(wrapper));
        BandDrawing.Draw(canvas, body, band);
        DrawFoot(canvas, body, WrapperColours.Of(wrapper));
    }

    private static void DrawShadow(Canvas canvas, CigarBody body)
    {
        double radius = ((body.Right - body.Left) / 2) - 8;
        canvas.Ellipse(202, body.Bottom + 5, radius, 4.5, Shadow, .14);
    }

    private static void DrawBody(Canvas canvas, CigarBody body, WrapperColours colours)
    {
        (double left, double top, double right, double bottom) = (body.Left, body.Top, body.Right, body.Bottom);
        double y = body.Middle;
        double high = y - (body.Half * body.Bulge);
        double low = y + (body.Half * body.Bulge);
        double neck = left + body.Head;
        double control = neck - (body.Head * body.Slope);
        canvas.Fill(
            $"M{left} {y}C{left} {high} {control} {top} {neck} {top}H{right}V{bottom}H{neck}C{control} {bottom} {left} {low} {left} {y}Z",
            colours.Light);

        (double x, double x1, double y1, double x2, double y2) = body.ShadeStart();
        canvas.Fill($"M{x} {body.ShadeTop}C{x1} {y1} {x2} {y2} {neck} {bottom}H{right}V{body.ShadeTop}Z", colours.Dark);

        double shine = right - left - body.Head - 6;
        canvas.Bar(neck - (body.Head * .2), top + (body.Half * .34), shine, Math.Max(1.6, body.Half * .11), colours.Shine, .62);
        DrawVeins(canvas, body, colours.Vein);

        // The seam of the cap bends with the cigar.
        double seam = neck + (body.Half * .06);
        canvas.Line($"M{seam} {top + .5}Q{seam + (body.Half * .3)} {y} {seam} {bottom - .5}", colours.Vein, 1, .5);
    }

    private static void DrawVeins(Canvas canvas, CigarBody body, string colour)
    {
        double length = body.Right - body.Left;
        double upperX = body.Left + (length * .46);
        double lowerX = body.Left + (length * .6);
        double upperY = body.Middle - 1;
        double lowerY = body.Middle + (body.Half * .58);
        canvas.Line($"M{upperX} {upperY}c{length * .08} {Up(.16)} {length * .16} {Up(.2)} {length * .25} {Up(.04)}", colour, 1, .42);
        canvas.Line($"M{lowerX} {lowerY}c{length * .09} {Up(.16)} {length * .18} {Up(.14)} {length * .28} {Up(.02)}", colour, 1, .42);

        double Up(double part) => -body.Half * part;
    }

    private static void DrawFoot(Canvas canvas, CigarBody body, WrapperColours colours)
    {
        double radius = body.FootRadius;
        canvas.Ellipse(body.Right, body.Middle, radius, body.Half, colours.Dark);
        canvas.Ellipse(body.Right + .5, body.Middle, radius - 1.1, body.Half - 1.7, colours.Foot);
        canvas.Ring(body.Right + .5, body.Middle, radius * .55, body.Half * .62, colours.Leaf, .9, .8);
        double bend = body.Half * .3;
        canvas.Line($"M{body.Right + .5} {body.Middle - bend}q{radius * .42} {bend} 0 {body.Half * .6}", colours.Leaf, .9, .8);
    }
}
