using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SessionsWidgets.Pictures;

/// <summary>Scales the pictures of widgets.</summary>
public static class PictureScalingBuilderExtensions
{
    /// <summary>Serves pictures in the size that they are shown in, for usual and for dense screens, as WebP without metadata. Of an
    /// animation it is the first frame. What cannot be decoded, AVIF and SVG are served as their hosts send them.</summary>
    /// <param name="builder">What <c>AddSessionsWidgets</c> or <c>AddSessionsWidgetsCore</c> returns.</param>
    /// <remarks>For sites that serve the pictures themselves, with <see cref="PictureMode.Proxy"/>. The host does not start on a platform
    /// that SkiaSharp has no native library for. Where an <see cref="IPictureScaler"/> is registered, that one stays.</remarks>
    public static SessionsWidgetsBuilder AddPictureScaling(this SessionsWidgetsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IPictureScaler, SkiaPictureScaler>();
        return builder;
    }
}
