namespace SessionsWidgets;

/// <summary>What a widget's model is loaded for: its questions to upstream say which answers are its own.</summary>
internal enum WidgetErrand
{
    /// <summary>To be rendered.</summary>
    Find,

    /// <summary>To have its answers fetched anew.</summary>
    Refresh,

    /// <summary>To have its answers forgotten.</summary>
    Remove,
}
