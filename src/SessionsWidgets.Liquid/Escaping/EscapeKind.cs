namespace SessionsWidgets.Liquid;

/// <summary>How an output is encoded, decided when the template is compiled by the place where it stands.</summary>
internal enum EscapeKind : byte
{
    /// <summary>As it is: text mode, or <c>raw</c>.</summary>
    None,

    /// <summary>HTML text; values that are HTML already are written as they are.</summary>
    Html,
}
