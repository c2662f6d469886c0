using SessionsWidgets.Sandbox.Pictures.Pixels;

namespace SessionsWidgets.Sandbox.Pictures;

/// <summary>A picture: its frame, its ground and what is drawn on it. Immutable.</summary>
/// <param name="Width">The width of the frame.</param>
/// <param name="Height">The height of the frame.</param>
/// <param name="Ground">The colour of the ground; null for none.</param>
/// <param name="Draw">Draws it.</param>
internal sealed record Drawing(int Width, int Height, string? Ground, Action<Canvas> Draw)
{
    /// <summary>Pixels of a PNG for each unit of the frame.</summary>
    private const int Density = 2;

    public string ToSvg()
    {
        var svg = new Svg(Width, Height, Ground);
        Draw(svg);
        return svg.End();
    }

    public byte[] ToPng()
    {
        var raster = new Raster(Width * Density, Height * Density, Density, Ground);
        Draw(raster);
        return raster.End();
    }
}
