namespace SessionsWidgets;

/// <summary>Something of a good answer that is worth telling, once for as long as it lasts.</summary>
internal readonly record struct Note(NoteKind Kind, string Detail);

/// <summary>What there is to tell.</summary>
internal enum NoteKind
{
    ItemsDropped,
    CountMismatch,
    UrlRefused,
    PagingStopped,
}
