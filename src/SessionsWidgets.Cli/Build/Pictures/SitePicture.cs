using System.Buffers;
using System.Security.Cryptography;

namespace SessionsWidgets.Cli.Build.Pictures;

/// <summary>A picture of a widget, as a file of the site, or why there is none. Immutable.</summary>
/// <param name="Name">The name of the file below the output folder; null if there is none.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Failure">Why the picture is missing or old; null if it is fresh.</param>
internal sealed record SitePicture(string? Name, ReadOnlyMemory<byte> Bytes, string? Failure)
{
    /// <summary>The folder of the files below the output folder.</summary>
    public const string Folder = "widget-pictures";

    private const int HashLength = 32;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Names a picture by its content: what has another content has another name, and caches may keep it for good.</summary>
    public static SitePicture Of(WidgetPicture picture, string? failure)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(picture.Bytes.Span))[..HashLength];
        var extension = picture.ContentType.Split('/', '+')[1];
        return new SitePicture($"{Folder}/{hash}.{extension}", picture.Bytes, failure);
    }

    /// <summary>Checks that the site has a place for the folder.</summary>
    /// <exception cref="ParameterException">A file of the site stands there.</exception>
    public static void CheckFolder(IEnumerable<SiteFile> files)
    {
        if (files.FirstOrDefault(static file => file.Name.Equals(Folder, StringComparison.OrdinalIgnoreCase)) is { } file)
        {
            throw new ParameterException(
                "--pictures", "local", $"the site has a file '{file.Name}', in place of the folder of pictures: rename that.");
        }
    }

    /// <summary>Whether a file of the folder has such a name.</summary>
    public static bool IsOwn(string file)
    {
        var end = file.IndexOf('.', StringComparison.Ordinal);
        return end == HashLength && file.AsSpan(0, end).IndexOfAnyExcept(Digits) < 0;
    }
}
