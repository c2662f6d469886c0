namespace SessionsWidgets;

/// <summary>Something of a good answer that is worth telling, once for as long as it lasts.</summary>
internal readonly record struct PayloadWarning(PayloadWarningKind Kind, string Detail);

/// <summary>What there is to tell.</summary>
internal enum PayloadWarningKind
{
    ItemsDropped,
    CountMismatch,
    UrlRefused,
    PagingStopped,
}
