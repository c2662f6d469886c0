namespace SessionsWidgets.Sandbox.Pictures;

/// <summary>
/// Draws a faceless portrait in warm tints, 96 × 96; everything that matters lies within the circle that a page cuts out of it.
/// </summary>
internal static class AvatarDrawing
{
    private static readonly string[] _backgrounds = ["#efe0c6", "#e4d3bd", "#f0d9c8", "#dfe2d0", "#e9dcd3", "#d9dfdc", "#f2e3c2"];
    private static readonly string[] _skins = ["#f0cdb0", "#e3b08a", "#c98f66", "#a86f4a", "#7f5236", "#5e3b27"];
    private static readonly string[] _hair = ["#2b1d14", "#4a2f1e", "#7a4a25", "#a9713a", "#c9c0b3", "#8d857b", "#6b2f1a"];
    private static readonly string[] _clothes = ["#7e1a28", "#17493d", "#1f3a5f", "#5b341f", "#8a4a1c", "#3f3a36", "#6f6a4a", "#6c4a5c"];

    public static Drawing Draw(string id, bool hasLongHair)
    {
        var dice = new Dice(id);
        string skin = dice.Pick(_skins);
        string hair = dice.Pick(_hair);
        string clothes = dice.Pick(_clothes);
        int style = dice.Below(hasLongHair ? 4 : 6);
        string ground = dice.Pick(_backgrounds);
        int collar = dice.Below(3);
        bool hasBeard = !hasLongHair && dice.Below(10) < 4;
        bool hasGlasses = dice.Below(10) < 3;
        return new Drawing(96, 96, ground, canvas =>
        {
            if (hasLongHair)
                HairDrawing.Behind(canvas, style, hair);
            Bust(canvas, collar, skin, clothes);
            Head(canvas, skin);
            if (hasLongHair)
                HairDrawing.LongFront(canvas, style, hair);
            else
                HairDrawing.Short(canvas, style, hair, clothes);
            if (hasBeard)
                HairDrawing.Beard(canvas, hair);
            if (hasGlasses)
                Glasses(canvas);
        });
    }

    private static void Bust(Canvas canvas, int collar, string skin, string clothes)
    {
        canvas.Fill($"M14 96C14 78 27 71 48 71S82 78 82 96Z", clothes);
        canvas.Fill($"M40 56H56V72Q48 79 40 72Z", skin);
        canvas.Fill($"M40 63Q48 70 56 63V67Q48 74 40 67Z", "#1b0f06", .14);
        switch (collar)
        {
            case 0:
                canvas.Fill($"M39 70L48 82L57 70L63 73L52 92H44L33 73Z", "#f6efe3");
                canvas.Fill($"M48 82L53 92V96H43V92Z", clothes);
                break;
            case 1:
                canvas.Line($"M38 71Q48 81 58 71", "#f6efe3", 3, .85);
                break;
            default:
                canvas.Fill($"M39 71L48 84L57 71Q48 76 39 71Z", skin);
                break;
        }
    }

    private static void Head(Canvas canvas, string skin)
    {
        canvas.Ellipse(31.5, 46, 3.2, 4.6, skin);
        canvas.Ellipse(64.5, 46, 3.2, 4.6, skin);
        canvas.Fill($"M32 40C32 28 39 22 48 22S64 28 64 40V47C64 57 56 65 48 65S32 57 32 47Z", skin);
        canvas.Fill($"M50 22C59 23 64 29 64 40V47C64 57 56 65 48 65C58 57 59 34 50 22Z", "#1b0f06", .08);
    }

    private static void Glasses(Canvas canvas)
    {
        canvas.Ring(40.5, 45, 5.6, 5.2, "#2b1d14", 1.6);
        canvas.Ring(55.5, 45, 5.6, 5.2, "#2b1d14", 1.6);
        canvas.Line($"M46 44.2Q48 42.8 50 44.2", "#2b1d14", 1.6);
    }
}
