namespace SessionsWidgets.Sandbox.Pictures;

/// <summary>
/// Draws a cigar: flat, two tones, one highlight, two veins, its shadow. There is no ground behind it, so it fits pages light and
/// dark; and the lying one fills its frame from side to side.
/// </summary>
internal static class CigarDrawing
{
    private const string Shadow = "#3b2a1c";

    public static string Draw(CigarShape shape, CigarWrapper wrapper, CigarBand band, CigarView view)
    {
        CigarBody body = CigarBody.Of(shape);
        var svg = view == CigarView.Lying ? new Svg(400, 160) : new Svg(320, 240);
        svg.Open(view == CigarView.Lying ? "translate(0 3)" : "translate(160 122) rotate(-24) scale(.94) translate(-200 -80)");
        DrawShadow(svg, body);
        DrawLying(svg, shape, wrapper, band);
        svg.Close();
        return svg.End();
    }

    /// <summary>Draws the cigar alone, in its frame of 400 × 160, into a larger drawing.</summary>
    public static void DrawLying(Svg svg, CigarShape shape, CigarWrapper wrapper, CigarBand band)
    {
        CigarBody body = CigarBody.Of(shape);
        DrawBody(svg, body, WrapperColours.Of(wrapper));
        BandDrawing.Draw(svg, body, band);
        DrawFoot(svg, body, WrapperColours.Of(wrapper));
    }

    private static void DrawShadow(Svg svg, CigarBody body)
    {
        double radius = ((body.Right - body.Left) / 2) - 8;
        svg.Ellipse(202, body.Bottom + 5, radius, 4.5, Shadow, .14);
    }

    private static void DrawBody(Svg svg, CigarBody body, WrapperColours colours)
    {
        (double left, double top, double right, double bottom) = (body.Left, body.Top, body.Right, body.Bottom);
        double y = body.Middle;
        double high = y - (body.Half * body.Bulge);
        double low = y + (body.Half * body.Bulge);
        double neck = left + body.Head;
        double control = neck - (body.Head * body.Slope);
        svg.Fill(
            $"M{left} {y}C{left} {high} {control} {top} {neck} {top}H{right}V{bottom}H{neck}C{control} {bottom} {left} {low} {left} {y}Z",
            colours.Light);

        (double x, double x1, double y1, double x2, double y2) = body.ShadeStart();
        svg.Fill($"M{x} {body.ShadeTop}C{x1} {y1} {x2} {y2} {neck} {bottom}H{right}V{body.ShadeTop}Z", colours.Dark);

        double shine = right - left - body.Head - 6;
        svg.Bar(neck - (body.Head * .2), top + (body.Half * .34), shine, Math.Max(1.6, body.Half * .11), colours.Shine, .62);
        DrawVeins(svg, body, colours.Vein);

        // The seam of the cap bends with the cigar.
        double seam = neck + (body.Half * .06);
        svg.Line($"M{seam} {top + .5}Q{seam + (body.Half * .3)} {y} {seam} {bottom - .5}", colours.Vein, 1, .5);
    }

    private static void DrawVeins(Svg svg, CigarBody body, string colour)
    {
        double length = body.Right - body.Left;
        double upperX = body.Left + (length * .46);
        double lowerX = body.Left + (length * .6);
        double upperY = body.Middle - 1;
        double lowerY = body.Middle + (body.Half * .58);
        svg.Line($"M{upperX} {upperY}c{length * .08} {Up(.16)} {length * .16} {Up(.2)} {length * .25} {Up(.04)}", colour, 1, .42);
        svg.Line($"M{lowerX} {lowerY}c{length * .09} {Up(.16)} {length * .18} {Up(.14)} {length * .28} {Up(.02)}", colour, 1, .42);

        double Up(double part) => -body.Half * part;
    }

    private static void DrawFoot(Svg svg, CigarBody body, WrapperColours colours)
    {
        double radius = body.FootRadius;
        svg.Ellipse(body.Right, body.Middle, radius, body.Half, colours.Dark);
        svg.Ellipse(body.Right + .5, body.Middle, radius - 1.1, body.Half - 1.7, colours.Foot);
        svg.Ring(body.Right + .5, body.Middle, radius * .55, body.Half * .62, colours.Leaf, .9, .8);
        double bend = body.Half * .3;
        svg.Line($"M{body.Right + .5} {body.Middle - bend}q{radius * .42} {bend} 0 {body.Half * .6}", colours.Leaf, .9, .8);
    }
}
