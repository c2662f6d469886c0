namespace SessionsWidgets.Sandbox.Pictures.Pixels;

/// <summary>How much of each pixel lies within outlines: the area to the right of each edge is added up, line by line.</summary>
internal sealed class Coverage(int width, int height)
{
    private readonly float[] _areas = new float[(width + 2) * height];
    private int _top = int.MaxValue;
    private int _bottom;

    public void Add(IReadOnlyList<(double X, double Y)> points)
    {
        for (int point = 0; point < points.Count; point++)
            AddEdge(points[point], points[(point + 1) % points.Count]);
    }

    /// <summary>Gives the pixels that are covered, and forgets them.</summary>
    public void Take(Action<int, int, float> pixel)
    {
        for (int y = _top; y < _bottom; y++)
        {
            Span<float> line = _areas.AsSpan(y * (width + 2), width + 2);
            float sum = 0;
            for (int x = 0; x < width; x++)
            {
                sum += line[x];
                float part = Math.Min(Math.Abs(sum), 1);
                if (part > .002f)
                    pixel(x, y, part);
            }

            line.Clear();
        }

        (_top, _bottom) = (int.MaxValue, 0);
    }

    private void AddEdge((double X, double Y) from, (double X, double Y) to)
    {
        if (from.Y == to.Y)
            return;
        int direction = 1;
        if (from.Y > to.Y)
            (from, to, direction) = (to, from, -1);
        double slope = (to.X - from.X) / (to.Y - from.Y);
        int first = Math.Max(0, (int)Math.Floor(from.Y));
        int end = Math.Min(height, (int)Math.Ceiling(to.Y));
        (_top, _bottom) = (Math.Min(_top, first), Math.Max(_bottom, end));
        for (int y = first; y < end; y++)
        {
            double high = Math.Max(y, from.Y);
            double low = Math.Min(y + 1, to.Y);
            double one = Math.Clamp(from.X + ((high - from.Y) * slope), 0, width);
            double two = Math.Clamp(from.X + ((low - from.Y) * slope), 0, width);
            AddLine(_areas.AsSpan(y * (width + 2), width + 2), Math.Min(one, two), Math.Max(one, two), (low - high) * direction);
        }
    }

    /// <summary>Adds an edge that crosses a part of a line of pixels.</summary>
    private static void AddLine(Span<float> line, double left, double right, double height)
    {
        int first = (int)left;
        if (right <= first + 1)
        {
            double middle = ((left + right) / 2) - first;
            line[first] += (float)(height * (1 - middle));
            line[first + 1] += (float)(height * middle);
            return;
        }

        // What lies to the right of the edge grows by a triangle in the first pixel, evenly, and by a triangle in the last one.
        double before = 0;
        double rate = height / (right - left);
        for (int x = first; x < right; x++)
        {
            double start = Math.Max(left, x);
            double end = Math.Min(right, x + 1);
            double part = end - start;
            double reached = (start - left) * rate;
            double area = (reached * part) + (rate * part * part / 2) + ((x + 1 - end) * height);
            line[x] += (float)(area - before);
            before = area;
        }

        line[(int)Math.Ceiling(right)] += (float)(height - before);
    }
}
