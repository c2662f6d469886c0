namespace SessionsWidgets;

/// <summary>What to say of an exception that a filter or a tag threw. Of messages that may hold data, nothing.</summary>
internal static class FailureMessage
{
    public static string Of(Exception exception) => exception switch
    {
        DivideByZeroException => "A number is divided by zero.",
        OverflowException => "A number is too large.",
        FormatException => "A value has not the form that a filter expects.",
        FluidException or ParseException or ArgumentException => $"A filter or tag cannot use its value: {Short(exception.Message)}",
        _ => $"A filter or tag failed with {exception.GetType().Name}.",
    };

    private static string Short(string message) => message.Length > 200 ? message[..200] + "…" : message;
}
