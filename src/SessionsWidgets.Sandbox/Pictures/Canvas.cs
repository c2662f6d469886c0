using System.Globalization;

namespace SessionsWidgets.Sandbox.Pictures;

/// <summary>What drawings are drawn on.</summary>
internal abstract class Canvas
{
    /// <summary>Starts a part that is moved, turned or scaled as SVG says it: <c>translate(1 2) rotate(-3) scale(.9)</c>.</summary>
    public abstract void Open(string transform);

    /// <summary>Starts a part that is drawn around a point of its own.</summary>
    public void OpenAt(double x, double y) => Open(FormattableString.Invariant($"translate({x:0.##} {y:0.##})"));

    public abstract void Close();

    public abstract void Fill(FormattableString path, string colour, double opacity = 1);

    /// <summary>A line with round ends.</summary>
    public abstract void Line(FormattableString path, string colour, double width, double opacity = 1);

    public abstract void Ellipse(double x, double y, double radiusX, double radiusY, string colour, double opacity = 1);

    public abstract void Ring(double x, double y, double radiusX, double radiusY, string colour, double width, double opacity = 1);

    /// <summary>A bar with round ends.</summary>
    public abstract void Bar(double x, double y, double width, double height, string colour, double opacity = 1);

    /// <summary>Every number in a path is given as it comes and cut here to two places.</summary>
    protected static string Cut(FormattableString path)
    {
        var numbers = path.GetArguments().Select(value => Math.Round(Convert.ToDouble(value, CultureInfo.InvariantCulture), 2));
        return string.Format(CultureInfo.InvariantCulture, path.Format, [.. numbers.Cast<object>()]);
    }
}
