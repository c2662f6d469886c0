namespace SessionsWidgets.Samples.Sandbox.Pictures;

/// <summary>
/// Draws a cigar: flat, two tones, one highlight, two veins, its shadow. There is no ground behind it, so it fits pages light and
/// dark; and the lying one has room above and below, so that wide frames and square ones cut off nothing of the cigar.
/// </summary>
internal static class CigarDrawing
{
    private const string Shadow = "#3b2a1c";

    public static string Draw(CigarShape shape, CigarWrapper wrapper, CigarBand band, CigarView view)
    {
        CigarBody body = CigarBody.Of(shape);
        var svg = view == CigarView.Lying ? new Svg(400, 300) : new Svg(320, 240);
        svg.Open(view == CigarView.Lying ? "translate(0 72)" : "translate(160 122) rotate(-24) scale(.94) translate(-200 -80)");
        DrawShadow(svg, body);
        DrawBody(svg, body, WrapperColours.Of(wrapper));
        BandDrawing.Draw(svg, body, band);
        DrawFoot(svg, body, WrapperColours.Of(wrapper));
        svg.Close();
        return svg.End();
    }

    private static void DrawShadow(Svg svg, CigarBody body)
    {
        double radius = ((body.Right - body.Left) / 2) - 8;
        svg.Ellipse(202, body.Bottom + 5, radius, 4.5, Shadow, .14);
    }

    private static void DrawBody(Svg svg, CigarBody body, WrapperColours colours)
    {
        double down = body.Half * body.Bulge;
        double neck = body.Left + body.Head;
        double control = neck - (body.Head * body.Slope);
        svg.Fill($"M{body.Left} {body.Middle}C{body.Left} {body.Middle - down} {control} {body.Top} {neck} {body.Top}H{body.Right}V{body.Bottom}H{neck}C{control} {body.Bottom} {body.Left} {body.Middle + down} {body.Left} {body.Middle}Z", colours.Light);

        (double x, double x1, double y1, double x2, double y2) = body.ShadeStart();
        svg.Fill($"M{x} {body.ShadeTop}C{x1} {y1} {x2} {y2} {neck} {body.Bottom}H{body.Right}V{body.ShadeTop}Z", colours.Dark);

        double length = body.Right - body.Left;
        svg.Bar(neck - (body.Head * .2), body.Top + (body.Half * .34), length - body.Head - 6, Math.Max(1.6, body.Half * .11), colours.Shine, .62);
        svg.Line($"M{body.Left + (length * .46)} {body.Middle - 1}c{length * .08} {-body.Half * .16} {length * .16} {-body.Half * .2} {length * .25} {-body.Half * .04}", colours.Vein, 1, .42);
        svg.Line($"M{body.Left + (length * .6)} {body.Middle + (body.Half * .58)}c{length * .09} {-body.Half * .16} {length * .18} {-body.Half * .14} {length * .28} {-body.Half * .02}", colours.Vein, 1, .42);

        // The seam of the cap bends with the cigar.
        double seam = neck + (body.Half * .06);
        svg.Line($"M{seam} {body.Top + .5}Q{seam + (body.Half * .3)} {body.Middle} {seam} {body.Bottom - .5}", colours.Vein, 1, .5);
    }

    private static void DrawFoot(Svg svg, CigarBody body, WrapperColours colours)
    {
        double radius = body.FootRadius;
        svg.Ellipse(body.Right, body.Middle, radius, body.Half, colours.Dark);
        svg.Ellipse(body.Right + .5, body.Middle, radius - 1.1, body.Half - 1.7, colours.Foot);
        svg.Ring(body.Right + .5, body.Middle, radius * .55, body.Half * .62, colours.Leaf, .9, .8);
        svg.Line($"M{body.Right + .5} {body.Middle - (body.Half * .3)}q{radius * .42} {body.Half * .3} 0 {body.Half * .6}", colours.Leaf, .9, .8);
    }
}
