using System.Globalization;

namespace SessionsWidgets.Sandbox.Pictures.Pixels;

/// <summary>Reads paths of SVG into points on the pixels; curves become lines too short to be seen as such.</summary>
internal static class Outline
{
    private const int StepsOfCurve = 24;

    /// <summary>The parts of a path, each a list of points.</summary>
    public static List<List<(double X, double Y)>> Read(string path, Transform transform)
    {
        var parts = new List<List<(double X, double Y)>>();
        var reader = new Reader(path);
        (double X, double Y) at = (0, 0), start = (0, 0), control = (0, 0);
        char last = ' ';
        while (reader.NextCommand() is { } command)
        {
            bool isRelative = char.IsLower(command);
            char kind = char.ToUpperInvariant(command);
            switch (kind)
            {
                case 'M':
                    at = start = Point();
                    parts.Add([transform.Of(at.X, at.Y)]);
                    reader.Repeat(isRelative ? 'l' : 'L');
                    break;
                case 'L':
                    LineTo(Point());
                    break;
                case 'H':
                    LineTo((reader.Number() + (isRelative ? at.X : 0), at.Y));
                    break;
                case 'V':
                    LineTo((at.X, reader.Number() + (isRelative ? at.Y : 0)));
                    break;
                case 'C':
                    CurveTo(Point(), Point(), Point());
                    break;
                case 'S':
                    CurveTo(last is 'C' or 'S' ? Mirrored() : at, Point(), Point());
                    break;
                case 'Q':
                    QuadraticTo(Point(), Point());
                    break;
                case 'T':
                    QuadraticTo(last is 'Q' or 'T' ? Mirrored() : at, Point());
                    break;
                case 'Z':
                    LineTo(start);
                    break;
                default:
                    throw new FormatException($"A path has the command '{command}', which is not known here.");
            }

            last = kind;

            (double X, double Y) Point()
            {
                (double x, double y) = (reader.Number(), reader.Number());
                return isRelative ? (at.X + x, at.Y + y) : (x, y);
            }
        }

        return parts;

        (double X, double Y) Mirrored() => ((2 * at.X) - control.X, (2 * at.Y) - control.Y);

        void LineTo((double X, double Y) to)
        {
            at = to;
            parts[^1].Add(transform.Of(to.X, to.Y));
        }

        void CurveTo((double X, double Y) one, (double X, double Y) two, (double X, double Y) to)
        {
            (double X, double Y) from = at;
            for (int step = 1; step <= StepsOfCurve; step++)
            {
                double t = (double)step / StepsOfCurve;
                double s = 1 - t;
                (double a, double b, double c, double d) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t);
                LineTo((
                    (a * from.X) + (b * one.X) + (c * two.X) + (d * to.X), (a * from.Y) + (b * one.Y) + (c * two.Y) + (d * to.Y)));
            }

            control = two;
        }

        void QuadraticTo((double X, double Y) middle, (double X, double Y) to)
        {
            (double X, double Y) from = at;
            CurveTo(Toward(from, middle), Toward(to, middle), to);
            control = middle;
        }

        static (double X, double Y) Toward((double X, double Y) end, (double X, double Y) middle) =>
            (end.X + ((middle.X - end.X) * 2 / 3), end.Y + ((middle.Y - end.Y) * 2 / 3));
    }

    /// <summary>The points of an ellipse, clockwise or not.</summary>
    public static List<(double X, double Y)> Ellipse(double x, double y, double radiusX, double radiusY, Transform transform, bool isHole)
    {
        int points = Math.Clamp((int)(Math.Max(radiusX, radiusY) * transform.Factor), 24, 360);
        return
        [
            .. Enumerable.Range(0, points).Select(point =>
            {
                double angle = Math.PI * 2 * point / points * (isHole ? -1 : 1);
                return transform.Of(x + (radiusX * Math.Cos(angle)), y + (radiusY * Math.Sin(angle)));
            }),
        ];
    }

    /// <summary>Reads commands and numbers; a command counts for all numbers up to the next one.</summary>
    private sealed class Reader(string text)
    {
        private int _at;
        private char? _command;

        public char? NextCommand()
        {
            Skip();
            if (_at == text.Length)
                return null;
            if (char.IsLetter(text[_at]))
                _command = text[_at++];
            return _command;
        }

        public void Repeat(char command) => _command = command;

        public double Number()
        {
            Skip();
            int start = _at;
            bool hasPoint = false;
            if (text[_at] == '-')
                _at++;
            while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || (text[_at] == '.' && !hasPoint)))
                hasPoint |= text[_at++] == '.';
            return double.Parse(text.AsSpan(start, _at - start), CultureInfo.InvariantCulture);
        }

        private void Skip()
        {
            while (_at < text.Length && (char.IsWhiteSpace(text[_at]) || text[_at] == ','))
                _at++;
        }
    }
}
