namespace SessionsWidgets;

/// <summary>The base class of the exceptions that this library throws.</summary>
/// <remarks>Messages name the value and the remedy. They never hold a key, a query string or text from upstream.</remarks>
public class SessionsWidgetsException : Exception
{
    /// <summary>Creates an error.</summary>
    public SessionsWidgetsException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an error with its cause.</summary>
    public SessionsWidgetsException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
