namespace SessionsWidgets;

/// <summary>What the template <c>fallback</c> sees: nothing but its widget's frame.</summary>
internal sealed class FallbackModel : WidgetModel
{
    public override bool IsEmpty => true;
}
