using System.Globalization;
using System.Text;

namespace SessionsWidgets.Samples.Sandbox.Pictures;

/// <summary>Collects the elements of one flat drawing. Numbers are cut to two places; nothing in it has an id, so several fit in one page.</summary>
internal sealed class Svg
{
    private readonly StringBuilder _text = new();

    public Svg(int width, int height, string? background = null)
    {
        Add($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" aria-hidden="true">""");
        if (background is not null) Add($"""<rect width="{width}" height="{height}" fill="{background}"/>""");
    }

    public void Open(string transform) => Add($"""<g transform="{transform}">""");

    public void Close() => _text.Append("</g>");

    public void Fill(FormattableString path, string colour, double opacity = 1) =>
        Add($"""<path d="{Invariant(path)}" fill="{colour}"{Opacity("fill-opacity", opacity)}/>""");

    public void Line(FormattableString path, string colour, double width, double opacity = 1) =>
        Add($"""<path d="{Invariant(path)}" fill="none" stroke="{colour}" stroke-width="{width:0.##}" stroke-linecap="round"{Opacity("stroke-opacity", opacity)}/>""");

    public void Ellipse(double x, double y, double radiusX, double radiusY, string colour, double opacity = 1) =>
        Add($"""<ellipse cx="{x:0.##}" cy="{y:0.##}" rx="{radiusX:0.##}" ry="{radiusY:0.##}" fill="{colour}"{Opacity("fill-opacity", opacity)}/>""");

    public void Ring(double x, double y, double radiusX, double radiusY, string colour, double width, double opacity = 1) =>
        Add($"""<ellipse cx="{x:0.##}" cy="{y:0.##}" rx="{radiusX:0.##}" ry="{radiusY:0.##}" fill="none" stroke="{colour}" stroke-width="{width:0.##}"{Opacity("stroke-opacity", opacity)}/>""");

    public void Bar(double x, double y, double width, double height, string colour, double opacity = 1) =>
        Add($"""<rect x="{x:0.##}" y="{y:0.##}" width="{width:0.##}" height="{height:0.##}" rx="{height / 2:0.##}" fill="{colour}"{Opacity("fill-opacity", opacity)}/>""");

    public string End() => _text.Append("</svg>").ToString();

    private static string Opacity(string name, double value) =>
        value >= 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {name}=\"{value:0.##}\"");

    /// <summary>Every number in a path is given as it comes and cut here.</summary>
    private static string Invariant(FormattableString path)
    {
        object[] values = [.. path.GetArguments().Select(value => Math.Round(Convert.ToDouble(value, CultureInfo.InvariantCulture), 2) as object)];
        return string.Format(CultureInfo.InvariantCulture, path.Format, values);
    }

    private void Add(FormattableString element) => _text.Append(element.ToString(CultureInfo.InvariantCulture));
}
