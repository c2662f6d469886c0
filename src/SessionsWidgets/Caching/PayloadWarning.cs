namespace SessionsWidgets;

/// <summary>A flaw of a usable response. Logged once while it lasts.</summary>
internal readonly record struct PayloadWarning(PayloadWarningKind Kind, string Detail);

/// <summary>The kind of flaw.</summary>
internal enum PayloadWarningKind
{
    ItemsDropped,
    CountMismatch,
    UrlRefused,
    PagingStopped,
    UnknownTimeZone,
}
