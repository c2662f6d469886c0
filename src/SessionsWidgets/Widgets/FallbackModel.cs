namespace SessionsWidgets;

internal sealed class FallbackModel : WidgetModel
{
    public const string Template = "fallback";

    public override bool IsEmpty => true;
}
