namespace SessionsWidgets.AspNetCore.Tests.Pictures;

/// <summary>A widget of a host, which shows a picture from anywhere.</summary>
public sealed record OnePicture : Widget
{
    public const string Template = "one-picture.liquid";

    public const string Liquid = "<p class=\"sw\">{% if url %}<img src=\"{{ url }}\" alt=\"\">{% else %}none{% endif %}</p>";

    public static WidgetDefinition Type { get; } = new WidgetDefinition<OnePicture>(
        "one-picture",
        [],
        (widget, _) => new WidgetPlan([], _ => new OnePictureModel(widget.Address)))
    {
        Describe = members => members.Add<OnePictureModel>(model => model.Picture("url", m => m.Address)),
    };

    public Uri? Address { get; init; }
}

public sealed class OnePictureModel(Uri? address) : WidgetModel
{
    public Uri? Address => address;
}
