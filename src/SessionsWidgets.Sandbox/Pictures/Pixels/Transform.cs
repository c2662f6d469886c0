using System.Globalization;

namespace SessionsWidgets.Sandbox.Pictures.Pixels;

/// <summary>Where points of a drawing are on the pixels. Turns, moves and scales both directions alike. Immutable.</summary>
internal readonly record struct Transform(double Cosine, double Sine, double X, double Y)
{
    public static Transform Scaled(double factor) => new(factor, 0, 0, 0);

    /// <summary>How much longer lines become.</summary>
    public double Factor => Math.Sqrt((Cosine * Cosine) + (Sine * Sine));

    public (double X, double Y) Of(double x, double y) => ((Cosine * x) - (Sine * y) + X, (Sine * x) + (Cosine * y) + Y);

    /// <summary>Adds the transforms of an SVG attribute, the last one nearest to what is drawn.</summary>
    public Transform With(string text)
    {
        Transform result = this;
        foreach (string step in text.Split(')', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] parts = step.Split('(');
            double[] numbers = [.. parts[1].Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
            result = parts[0] switch
            {
                "translate" => result.Moved(numbers[0], numbers[1]),
                "scale" => result.Times(numbers[0], 0),
                "rotate" => result.Times(Math.Cos(numbers[0] * Math.PI / 180), Math.Sin(numbers[0] * Math.PI / 180)),
                _ => throw new FormatException($"A drawing has the transform '{step})', which is not known here."),
            };
        }

        return result;
    }

    private Transform Moved(double x, double y)
    {
        (double left, double top) = Of(x, y);
        return this with { X = left, Y = top };
    }

    private Transform Times(double cosine, double sine) =>
        this with { Cosine = (Cosine * cosine) - (Sine * sine), Sine = (Sine * cosine) + (Cosine * sine) };
}
