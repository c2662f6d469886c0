using System.Runtime.CompilerServices;

namespace SessionsWidgets.Sandbox.Pictures;

/// <summary>Hair, hats and beards of the portraits.</summary>
internal static class HairDrawing
{
    private static readonly (double X, double Y)[] _longCurls =
        [(30, 34), (66, 34), (27, 46), (69, 46), (30, 58), (66, 58), (38, 24), (58, 24), (48, 20)];

    private static readonly (double X, double Y)[] _shortCurls =
        [(33, 34), (38, 26), (46, 22), (54, 23), (60, 28), (64, 36), (44, 28), (52, 28)];

    /// <summary>What hangs behind the shoulders.</summary>
    public static void Behind(Canvas canvas, int style, string hair)
    {
        switch (style)
        {
            case 0:
                canvas.Fill($"M27 42C27 26 36 17 48 17S69 26 69 42V66Q70 76 74 80H22Q26 76 27 66Z", hair);
                break;
            case 1:
                canvas.Ellipse(48, 16, 9, 8.5, hair);
                canvas.Fill($"M29 44C28 27 37 18 48 18S68 27 67 44Z", hair);
                break;
            case 2:
                canvas.Fill($"M26 42C26 25 36 16 48 16S70 25 70 42V57Q70 63 64 63H32Q26 63 26 57Z", hair);
                break;
            default:
                foreach ((double x, double y) in _longCurls)
                    canvas.Ellipse(x, y, 9, 9, hair);
                break;
        }
    }

    /// <summary>What falls over the forehead of those with long hair.</summary>
    public static void LongFront(Canvas canvas, int style, string hair)
    {
        switch (style)
        {
            case 0:
                canvas.Fill($"M31 45C30 28 38 20 48 20S66 28 65 45C62 40 58 33 49 29C45 35 37 40 31 45Z", hair);
                break;
            case 1:
                canvas.Fill($"M31 42C31 28 39 20 48 20S65 28 65 42C61 35 55 30 48 30S35 35 31 42Z", hair);
                break;
            case 2:
                canvas.Fill($"M30 44C29 28 38 19 48 19S67 28 66 44L63 38Q48 34 33 38Z", hair);
                break;
            default:
                foreach (double x in (double[])[37, 44, 51, 58])
                    canvas.Ellipse(x, 27 + (Math.Abs(x - 48) * .25), 6, 5.5, hair);
                break;
        }
    }

    /// <summary>Short hair, no hair, or a hat.</summary>
    public static void Short(Canvas canvas, int style, string hair, string hat)
    {
        switch (style)
        {
            case 0:
                canvas.Fill($"M30 43C28 26 37 17 49 17S68 26 66 43L63 37C60 33 57 31 54 30C48 33 38 34 34 35Z", hair);
                break;
            case 1:
                canvas.Fill($"M30 42C29 28 36 19 48 19S67 28 66 42C64 37 62 34 60 32H36C34 34 32 37 30 42Z", hair);
                break;
            case 2:
                canvas.Fill($"M30.5 48C28 40 29 33 33 30L33 41ZM65.5 48C68 40 67 33 63 30L63 41Z", hair);
                break;
            case 3:
                canvas.Fill($"M31 36C31 22 39 14 48 14S65 22 65 36Z", hat);
                canvas.Fill($"M31 31H65V36H31Z", "#1b0f06", .28);
                canvas.Fill($"M20 37Q48 29 76 37Q48 43 20 37Z", hat);
                break;
            case 4:
                foreach ((double x, double y) in _shortCurls)
                    canvas.Ellipse(x, y, 6.5, 6, hair);
                break;
            default:
                canvas.Fill($"M30 42C27 24 40 13 53 17C62 18 68 27 66 43L63 36C60 30 54 28 47 29C40 30 34 33 30 42Z", hair);
                break;
        }
    }

    public static void Beard(Canvas canvas, string hair)
    {
        const string Outline = "M32 45V49C32 60 40 69 48 69S64 60 64 49V45C63 52 58 53 55 53.5Q48 51.5 41 53.5C38 53 33 52 32 45Z";
        const string Mouth = "M43.5 57Q48 55 52.5 57Q48 60 43.5 57Z";
        canvas.Fill(FormattableStringFactory.Create(Outline + Mouth), hair);
    }
}
