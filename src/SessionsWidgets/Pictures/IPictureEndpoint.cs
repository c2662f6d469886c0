namespace SessionsWidgets;

/// <summary>Where the host serves the pictures of widgets. <c>AddSessionsWidgets</c> of SessionsWidgets.AspNetCore registers it.</summary>
public interface IPictureEndpoint
{
    /// <summary>The address that a picture's name is put behind, such as <c>~/widgets/pictures/</c>, in which <c>~</c> stands for the path
    /// base; null as long as pictures are served nowhere.</summary>
    string? Prefix { get; }
}
