namespace SessionsWidgets;

internal sealed class FallbackModel : WidgetModel
{
    public override bool IsEmpty => true;
}
