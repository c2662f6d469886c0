using System.Text;
using static System.FormattableString;

namespace SessionsWidgets.Sandbox.Pictures;

/// <summary>
/// Collects the elements of one flat drawing. Numbers are cut to two places; nothing in it has an id, so several fit in one page.
/// </summary>
internal sealed class Svg : Canvas
{
    private readonly StringBuilder _text = new();

    public Svg(int width, int height, string? background = null)
    {
        string size = Invariant($"width=\"{width}\" height=\"{height}\"");
        Add($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {size} aria-hidden="true">""");
        if (background is not null) Add($"""<rect {size} fill="{background}"/>""");
    }

    public override void Open(string transform) => Add($"""<g transform="{transform}">""");

    public override void Close() => _text.Append("</g>");

    public override void Fill(FormattableString path, string colour, double opacity = 1) =>
        Add($"""<path d="{Cut(path)}" {Filled(colour, opacity)}/>""");

    public override void Line(FormattableString path, string colour, double width, double opacity = 1) =>
        Add($"""<path d="{Cut(path)}" {Drawn(colour, width)} stroke-linecap="round"{Opacity("stroke-opacity", opacity)}/>""");

    public override void Ellipse(double x, double y, double radiusX, double radiusY, string colour, double opacity = 1) =>
        Add($"""<ellipse {Oval(x, y, radiusX, radiusY)} {Filled(colour, opacity)}/>""");

    public override void Ring(double x, double y, double radiusX, double radiusY, string colour, double width, double opacity = 1) =>
        Add($"""<ellipse {Oval(x, y, radiusX, radiusY)} {Drawn(colour, width)}{Opacity("stroke-opacity", opacity)}/>""");

    public override void Bar(double x, double y, double width, double height, string colour, double opacity = 1)
    {
        string size = Invariant($"width=\"{width:0.##}\" height=\"{height:0.##}\"");
        Add($"""<rect x="{x:0.##}" y="{y:0.##}" {size} rx="{height / 2:0.##}" {Filled(colour, opacity)}/>""");
    }

    public string End() => _text.Append("</svg>").ToString();

    private static string Oval(double x, double y, double radiusX, double radiusY) =>
        Invariant($"cx=\"{x:0.##}\" cy=\"{y:0.##}\" rx=\"{radiusX:0.##}\" ry=\"{radiusY:0.##}\"");

    private static string Filled(string colour, double opacity) => $"fill=\"{colour}\"{Opacity("fill-opacity", opacity)}";

    private static string Drawn(string colour, double width) =>
        Invariant($"fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width:0.##}\"");

    private static string Opacity(string name, double value) => value >= 1 ? "" : Invariant($" {name}=\"{value:0.##}\"");

    private void Add(FormattableString element) => _text.Append(Invariant(element));
}
