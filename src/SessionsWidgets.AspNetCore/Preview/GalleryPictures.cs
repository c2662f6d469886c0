using System.Text.RegularExpressions;
using SessionsWidgets.Preview.Examples;
using SessionsWidgets.Sandbox.Pictures;

namespace SessionsWidgets.Preview;

/// <summary>The pictures of the example data, which the gallery brings itself.</summary>
internal static partial class GalleryPictures
{
    /// <summary>The folder of the pictures.</summary>
    public const string Folder = "pictures/";

    /// <summary>Lets a page have its pictures from the gallery, as SVG: sharp at every size, and small.</summary>
    /// <param name="html">The page.</param>
    /// <param name="root">The relative address of the gallery from the page.</param>
    public static string Localize(string html, string root) => Example().Replace(html, $"{root}{Folder}${{picture}}.svg");

    /// <summary>Finds the names of the pictures in a page.</summary>
    public static IEnumerable<string> NamesIn(string html) => Picture().Matches(html).Select(static match => match.Value).Distinct();

    /// <summary>Draws a picture.</summary>
    /// <param name="name">Its name below the gallery, such as <c>pictures/users/usr_10001.svg</c>.</param>
    /// <returns>The SVG; null if there is none.</returns>
    public static string? Draw(string name) => name.Split('/') switch
    {
        [_, "users", var file] => PictureStore.Avatar(IdOf(file))?.ToSvg(),
        [_, "cigars", var file] => PictureStore.Cigar(IdOf(file), CigarView.Lying)?.ToSvg(),
        [_, "events", var file] => PictureStore.Event(IdOf(file))?.ToSvg(),
        _ => null,
    };

    private static string IdOf(string file) => Path.GetExtension(file) == ".svg" ? Path.GetFileNameWithoutExtension(file) : "";

    [GeneratedRegex(
        ExampleStates.Pictures + "/cdn/(?<picture>[a-z]+/[a-z_0-9]+)\\.png", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Example();

    [GeneratedRegex("pictures/[a-z]+/[a-z_0-9]+\\.svg", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Picture();
}
