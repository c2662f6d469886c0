namespace SessionsWidgets.Sandbox.Pictures;

/// <summary>
/// Where a lying cigar is in a frame of 400 × 160. The head is at the left; the outline of its lower half is one Bézier curve.
/// </summary>
internal sealed class CigarBody
{
    private const double MiddleX = 200;

    private CigarBody(double length, double thickness, double head, double bulge, double slope)
    {
        Left = MiddleX - (length / 2);
        Right = MiddleX + (length / 2);
        Half = thickness / 2;
        Head = head;
        Bulge = bulge;
        Slope = slope;
    }

    public double Left { get; }

    public double Right { get; }

    /// <summary>Half the thickness.</summary>
    public double Half { get; }

    /// <summary>How long the head is.</summary>
    public double Head { get; }

    /// <summary>How far down the first control point lies, as a part of <see cref="Half"/>: round heads go straight down first.</summary>
    public double Bulge { get; }

    /// <summary>How far back the second control point lies, as a part of <see cref="Head"/>.</summary>
    public double Slope { get; }

    public double Middle { get; } = 77;

    public double Top => Middle - Half;

    public double Bottom => Middle + Half;

    /// <summary>Where the lower, darker third begins.</summary>
    public double ShadeTop => Middle + (Half / 3);

    /// <summary>How far the cut end bulges.</summary>
    public double FootRadius => Half * .24;

    public static CigarBody Of(CigarShape shape) => shape switch
    {
        CigarShape.PetitCorona => new(206, 36, 21, .64, .58),
        CigarShape.Robusto => new(240, 50, 29, .64, .58),
        CigarShape.Toro => new(288, 47, 27, .64, .58),
        CigarShape.Churchill => new(318, 41, 24, .64, .58),
        CigarShape.Torpedo => new(292, 48, 86, .2, .45),
        _ => new(316, 28, 16, .64, .58),
    };

    /// <summary>
    /// The point of the lower outline at the height where the shade begins, with the control points of the rest of the curve.
    /// </summary>
    public (double X, double ControlX1, double ControlY1, double ControlX2, double ControlY2) ShadeStart()
    {
        double low = 0;
        double high = 1;
        for (int step = 0; step < 30; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = HeightAt(middle) < ShadeTop ? (middle, high) : (low, middle);
        }

        // De Casteljau: what remains of the curve behind the parameter.
        double t = low;
        double[] xs = [Left, Left, Left + Head - (Head * Slope), Left + Head];
        double[] ys = [Middle, Middle + (Half * Bulge), Bottom, Bottom];
        (double x, double x1, double x2) = Rest(xs, t);
        (_, double y1, double y2) = Rest(ys, t);
        return (x, x1, y1, x2, y2);
    }

    private double HeightAt(double t) => Rest([Middle, Middle + (Half * Bulge), Bottom, Bottom], t).Start;

    private static (double Start, double Control1, double Control2) Rest(double[] points, double t)
    {
        double ab = Between(points[0], points[1], t);
        double bc = Between(points[1], points[2], t);
        double cd = Between(points[2], points[3], t);
        double abc = Between(ab, bc, t);
        double bcd = Between(bc, cd, t);
        return (Between(abc, bcd, t), bcd, cd);
    }

    private static double Between(double from, double to, double part) => from + ((to - from) * part);
}
