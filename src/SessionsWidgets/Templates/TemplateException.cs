namespace SessionsWidgets;

/// <summary>A template is missing, broken, or failed. The message tells template, line and column, and shows the line.</summary>
public sealed class TemplateException : SessionsWidgetsException
{
    /// <summary>Creates an error of a template.</summary>
    /// <param name="template">The template's name.</param>
    /// <param name="message">What is wrong, where, and how to mend it.</param>
    /// <param name="innerException">The engine's own error.</param>
    public TemplateException(string template, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Template = template;
    }

    /// <summary>The template's name.</summary>
    public string Template { get; }
}
