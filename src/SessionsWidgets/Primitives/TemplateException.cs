namespace SessionsWidgets;

/// <summary>A template is missing, invalid, or failed to render. The message has template, line, column and the source line.</summary>
public sealed class TemplateException : SessionsWidgetsException
{
    /// <summary>Creates an exception of one or several errors.</summary>
    /// <param name="errors">The errors in the order of the source; at least one.</param>
    /// <param name="innerException">The exception of a filter or a tag.</param>
    public TemplateException(IReadOnlyList<TemplateError> errors, Exception? innerException = null)
        : base(string.Join('\n', errors ?? throw new ArgumentNullException(nameof(errors))), innerException)
    {
        Errors = errors;
    }

    internal TemplateException(TemplateError error, Exception? innerException = null)
        : this([error], innerException)
    {
    }

    /// <summary>All errors: a syntax error alone, encoding errors together, a render error alone.</summary>
    public IReadOnlyList<TemplateError> Errors { get; }

    /// <summary>The template of the first error, or the partial that it calls.</summary>
    public string Template => Errors[0].Template;

    /// <summary>An error without a position.</summary>
    internal static TemplateException WithoutPlace(string template, string message, Exception? innerException = null) =>
        new(new TemplateError(TemplateErrorKind.UnknownName, message, template, 0, 0, ""), innerException);
}
