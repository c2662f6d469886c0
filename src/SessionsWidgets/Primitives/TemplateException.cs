namespace SessionsWidgets;

/// <summary>A template is missing, invalid, or failed to render. The message contains the template, line, column and source line of each
/// error.</summary>
public sealed class TemplateException : SessionsWidgetsException
{
    /// <summary>Creates an exception for one or more errors.</summary>
    /// <param name="errors">The errors in the order of the source; at least one.</param>
    /// <param name="innerException">The exception of a filter or a tag; null if there is none.</param>
    public TemplateException(IReadOnlyList<TemplateError> errors, Exception? innerException = null)
        : base(string.Join('\n', errors ?? throw new ArgumentNullException(nameof(errors))), innerException)
    {
        Errors = errors;
    }

    internal TemplateException(TemplateError error, Exception? innerException = null)
        : this([error], innerException)
    {
    }

    /// <summary>The errors: one syntax error, all encoding errors, or one rendering error.</summary>
    public IReadOnlyList<TemplateError> Errors { get; }

    /// <summary>The name of the template of the first error, or of the partial that it calls.</summary>
    public string Template => Errors[0].Template;

    /// <summary>An error without a position.</summary>
    internal static TemplateException WithoutPlace(string template, string message, Exception? innerException = null) =>
        new(new TemplateError(TemplateErrorKind.UnknownName, message, template, 0, 0, ""), innerException);
}
