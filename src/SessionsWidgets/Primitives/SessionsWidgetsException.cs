namespace SessionsWidgets;

/// <summary>The base class of the exceptions of this library.</summary>
/// <remarks>Messages name the value and the remedy. They never contain a key, a query string or text from upstream.</remarks>
public class SessionsWidgetsException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">The message.</param>
    public SessionsWidgetsException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public SessionsWidgetsException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
