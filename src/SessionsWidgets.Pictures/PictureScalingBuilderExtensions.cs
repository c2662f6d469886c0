using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SessionsWidgets.Pictures;

/// <summary>Registers the scaling of pictures.</summary>
public static class PictureScalingBuilderExtensions
{
    /// <summary>Serves pictures in the size that they are shown in, for standard and high-density screens, as WebP without metadata. An
    /// animation becomes its first frame. SVG, AVIF and pictures that cannot be decoded are served as their hosts send them.</summary>
    /// <param name="builder">The builder of <c>AddSessionsWidgets</c> or <c>AddSessionsWidgetsCore</c>.</param>
    /// <returns>The builder, for chaining.</returns>
    /// <remarks>For sites with <see cref="PictureMode.Proxy"/>. The host does not start on a platform without a native library of
    /// SkiaSharp. An <see cref="IPictureScaler"/> that is registered before is kept.</remarks>
    public static SessionsWidgetsBuilder AddPictureScaling(this SessionsWidgetsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IPictureScaler, SkiaPictureScaler>();
        return builder;
    }
}
