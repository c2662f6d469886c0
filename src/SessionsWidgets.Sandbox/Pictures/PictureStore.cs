using System.Collections.Concurrent;
using SessionsWidgets.Sandbox.Data;
using SessionsWidgets.Sandbox.Data.Events;
using SessionsWidgets.Sandbox.Pictures.Events;

namespace SessionsWidgets.Sandbox.Pictures;

/// <summary>Draws the pictures of those who have one. Thread-safe.</summary>
internal static class PictureStore
{
    private static readonly Dictionary<string, Person> _people = People.All.ToDictionary(person => person.Id);
    private static readonly Dictionary<string, Cigar> _cigars = Catalogue.Cigars.ToDictionary(cigar => cigar.Id);

    private static readonly Dictionary<string, EventPicture?> _events =
        EventCatalogue.All.Index().ToDictionary(item => Ids.Event(item.Index), item => item.Item.Picture);

    /// <summary>Drawn PNGs. There are as many as the example has pictures.</summary>
    private static readonly ConcurrentDictionary<string, byte[]> _pngs = new();

    /// <summary>The PNG of a drawing, which is drawn once.</summary>
    /// <param name="name">What it is of, and in which view.</param>
    /// <param name="drawing">The drawing.</param>
    public static byte[] Png(string name, Drawing drawing) => _pngs.GetOrAdd(name, static (_, drawing) => drawing.ToPng(), drawing);

    /// <summary>The portrait, or null if there is none.</summary>
    public static Drawing? Avatar(string userId) =>
        _people.GetValueOrDefault(userId) is { HasAvatar: true } person ? AvatarDrawing.Draw(person.Id, person.HasLongHair) : null;

    /// <summary>The cigar, or null if there is no picture of it.</summary>
    public static Drawing? Cigar(string cigarId, CigarView view) =>
        _cigars.GetValueOrDefault(cigarId) is { HasPicture: true } cigar
            ? CigarDrawing.Draw(cigar.Shape, cigar.Wrapper, cigar.Brand.Band, view)
            : null;

    /// <summary>The picture of an event, also of one that was canceled; null if there is none.</summary>
    public static Drawing? Event(string eventId) =>
        _events.GetValueOrDefault(eventId) is { } picture ? EventDrawing.Draw(picture) : null;
}
