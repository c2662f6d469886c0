using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>What went wrong.</summary>
public enum LiquidErrorKind
{
    /// <summary>The template is not well-formed.</summary>
    Syntax,

    /// <summary>An output stands where it cannot be made safe.</summary>
    Escaping,

    /// <summary>A name is unknown: a tag, a filter, a partial, or in strict mode a variable.</summary>
    UnknownName,

    /// <summary>A value does not fit what a tag or a filter does with it.</summary>
    Value,

    /// <summary>A limit is exceeded.</summary>
    Limit,
}

/// <summary>One error of a template, with its place.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Message">What went wrong, in words, without the place.</param>
/// <param name="TemplateName">The template, or the partial that it calls.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in characters, from 1.</param>
/// <param name="SourceLine">The line itself.</param>
public sealed record LiquidError(
    LiquidErrorKind Kind, string Message, string TemplateName, int Line, int Column, string SourceLine)
{
    /// <summary>The message with the place, the source line and a caret under the column.</summary>
    /// <returns>Three lines of text.</returns>
    public override string ToString()
    {
        const int window = 160;
        var start = Column - 1 > window / 2 && SourceLine.Length > window ? Column - 1 - (window / 2) : 0;
        var line = SourceLine.Length - start > window ? SourceLine.Substring(start, window) : SourceLine[start..];
        return new StringBuilder()
            .Append(TemplateName).Append(':').Append(Line).Append(':').Append(Column).Append(": ").Append(Message).Append('\n')
            .Append("  ").Append(line.Replace('\t', ' ')).Append('\n')
            .Append(' ', 1 + Column - start).Append('^')
            .ToString();
    }
}

/// <summary>A template cannot be compiled or rendered. The only exception that templates cause.</summary>
public sealed class LiquidException : Exception
{
    /// <summary>An exception with one or several errors.</summary>
    /// <param name="errors">The errors, in the order of the source; at least one.</param>
    public LiquidException(IReadOnlyList<LiquidError> errors)
        : base(string.Join('\n', errors ?? throw new ArgumentNullException(nameof(errors)))) => Errors = errors;

    internal LiquidException(LiquidError error, Exception? inner = null)
        : base(error.ToString(), inner) => Errors = [error];

    /// <summary>All errors: those of a template are reported together, a render stops at its first.</summary>
    public IReadOnlyList<LiquidError> Errors { get; }

    /// <summary>The first error.</summary>
    public LiquidError Error => Errors[0];

    /// <summary>The template of the first error.</summary>
    public string TemplateName => Error.TemplateName;

    /// <summary>The line of the first error, from 1.</summary>
    public int Line => Error.Line;

    /// <summary>The column of the first error, from 1.</summary>
    public int Column => Error.Column;
}
