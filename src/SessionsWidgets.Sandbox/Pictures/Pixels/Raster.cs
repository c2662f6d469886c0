using System.Globalization;

namespace SessionsWidgets.Sandbox.Pictures.Pixels;

/// <summary>Draws on pixels, with smooth edges. Not thread-safe.</summary>
internal sealed class Raster : Canvas
{
    private readonly int _width;
    private readonly int _height;
    private readonly bool _isOpaque;
    private readonly Coverage _coverage;
    private readonly Stack<Transform> _outer = new();

    /// <summary>Red, green, blue and opacity of each pixel, from 0 to 1, the colours times the opacity.</summary>
    private readonly float[] _pixels;

    private Transform _transform;

    public Raster(int width, int height, double density, string? ground)
    {
        (_width, _height, _isOpaque) = (width, height, ground is not null);
        _pixels = new float[width * height * 4];
        _coverage = new Coverage(width, height);
        _transform = Transform.Scaled(density);
        if (ground is null)
            return;
        _coverage.Add([(0, 0), (width, 0), (width, height), (0, height)]);
        Paint(ground, 1);
    }

    public override void Open(string transform)
    {
        _outer.Push(_transform);
        _transform = _transform.With(transform);
    }

    public override void Close() => _transform = _outer.Pop();

    public override void Fill(FormattableString path, string colour, double opacity = 1)
    {
        foreach (List<(double X, double Y)> part in Outline.Read(Cut(path), _transform))
            _coverage.Add(part);
        Paint(colour, opacity);
    }

    public override void Line(FormattableString path, string colour, double width, double opacity = 1)
    {
        foreach (List<(double X, double Y)> part in Outline.Read(Cut(path), _transform))
            AddStroke(part, width * _transform.Factor / 2);
        Paint(colour, opacity);
    }

    public override void Ellipse(double x, double y, double radiusX, double radiusY, string colour, double opacity = 1)
    {
        _coverage.Add(Outline.Ellipse(x, y, radiusX, radiusY, _transform, isHole: false));
        Paint(colour, opacity);
    }

    public override void Ring(double x, double y, double radiusX, double radiusY, string colour, double width, double opacity = 1)
    {
        double half = width / 2;
        _coverage.Add(Outline.Ellipse(x, y, radiusX + half, radiusY + half, _transform, isHole: false));
        if (radiusX > half && radiusY > half)
            _coverage.Add(Outline.Ellipse(x, y, radiusX - half, radiusY - half, _transform, isHole: true));
        Paint(colour, opacity);
    }

    public override void Bar(double x, double y, double width, double height, string colour, double opacity = 1)
    {
        double half = height / 2;
        AddStroke([_transform.Of(x + half, y + half), _transform.Of(x + width - half, y + half)], half * _transform.Factor);
        Paint(colour, opacity);
    }

    /// <summary>The PNG; without a ground, what nothing was drawn on is transparent.</summary>
    public byte[] End()
    {
        int channels = _isOpaque ? 3 : 4;
        byte[] bytes = new byte[_width * _height * channels];
        for (int pixel = 0; pixel < _width * _height; pixel++)
        {
            ReadOnlySpan<float> from = _pixels.AsSpan(pixel * 4, 4);
            Span<byte> to = bytes.AsSpan(pixel * channels, channels);
            float opacity = from[3];
            for (int channel = 0; channel < 3; channel++)
                to[channel] = ToByte(opacity > 0 ? from[channel] / opacity : 0);
            if (!_isOpaque)
                to[3] = ToByte(opacity);
        }

        return Png.Write(_width, _height, channels, bytes);
    }

    private static byte ToByte(float value) => (byte)Math.Clamp((int)MathF.Round(value * 255), 0, 255);

    /// <summary>Adds a line with round ends and corners. All parts turn the same way, so that none takes away from another.</summary>
    private void AddStroke(List<(double X, double Y)> points, double half)
    {
        var identity = Transform.Scaled(1);
        _coverage.Add(Outline.Ellipse(points[0].X, points[0].Y, half, half, identity, isHole: false));
        for (int point = 1; point < points.Count; point++)
        {
            (double x, double y) = points[point];
            (double fromX, double fromY) = points[point - 1];
            double length = Math.Sqrt(((x - fromX) * (x - fromX)) + ((y - fromY) * (y - fromY)));
            if (length == 0)
                continue;
            (double acrossX, double acrossY) = (-(y - fromY) / length * half, (x - fromX) / length * half);
            _coverage.Add(
            [
                (fromX - acrossX, fromY - acrossY), (x - acrossX, y - acrossY), (x + acrossX, y + acrossY),
                (fromX + acrossX, fromY + acrossY),
            ]);
            _coverage.Add(Outline.Ellipse(x, y, half, half, identity, isHole: false));
        }
    }

    private void Paint(string colour, double opacity)
    {
        int rgb = int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        (float red, float green, float blue) = ((rgb >> 16) / 255f, ((rgb >> 8) & 255) / 255f, (rgb & 255) / 255f);
        _coverage.Take((x, y, part) =>
        {
            float over = part * (float)opacity;
            Span<float> pixel = _pixels.AsSpan(((y * _width) + x) * 4, 4);
            pixel[0] = (red * over) + (pixel[0] * (1 - over));
            pixel[1] = (green * over) + (pixel[1] * (1 - over));
            pixel[2] = (blue * over) + (pixel[2] * (1 - over));
            pixel[3] = over + (pixel[3] * (1 - over));
        });
    }
}
