namespace SessionsWidgets;

/// <summary>The kind of a template error.</summary>
public enum TemplateErrorKind
{
    /// <summary>The template is not well-formed Liquid.</summary>
    Syntax,

    /// <summary>An output is in a place where it cannot be encoded safely, or its HTML context is ambiguous.</summary>
    Encoding,

    /// <summary>A tag, filter, partial or template is unknown.</summary>
    UnknownName,

    /// <summary>A value is not valid for a tag or a filter.</summary>
    Value,

    /// <summary>A limit is exceeded.</summary>
    Limit,
}

/// <summary>An error of a template, with its position. Immutable.</summary>
/// <param name="Kind">The kind of error.</param>
/// <param name="Message">The error and its remedy, without the position.</param>
/// <param name="Template">The name of the template, or of the partial that it calls.</param>
/// <param name="Line">The line, from 1; 0 if the error has no position.</param>
/// <param name="Column">The column in characters, from 1; 0 if the error has no position.</param>
/// <param name="SourceLine">The text of the line; empty if the error has no position.</param>
public sealed record TemplateError(TemplateErrorKind Kind, string Message, string Template, int Line, int Column, string SourceLine)
{
    /// <summary>Returns the message with the position, the source line and a caret under the column; the message alone if the error has no
    /// position.</summary>
    public override string ToString()
    {
        const int MaxShown = 160;
        if (Line == 0) return Message;
        var start = Column > MaxShown / 2 && SourceLine.Length > MaxShown ? Column - 1 - (MaxShown / 2) : 0;
        var line = SourceLine.Substring(start, Math.Min(SourceLine.Length - start, MaxShown)).Replace('\t', ' ');
        return $"{Template}:{Line}:{Column}: {Message}\n  {line}\n{new string(' ', 1 + Column - start)}^";
    }
}
