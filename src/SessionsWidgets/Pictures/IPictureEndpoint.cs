namespace SessionsWidgets;

/// <summary>The endpoint of the host that serves the pictures of widgets. <c>AddSessionsWidgets</c> of SessionsWidgets.AspNetCore registers
/// it.</summary>
/// <remarks>Implementations must be thread-safe.</remarks>
public interface IPictureEndpoint
{
    /// <summary>The URL that the name of a picture is appended to, such as <c>~/widgets/pictures/</c>; <c>~</c> is the path base. Null
    /// while no endpoint serves pictures.</summary>
    string? Prefix { get; }
}
