using System.Text.Json;

namespace SessionsWidgets;

/// <summary>A kind of list of the API: how its items are read and ordered. Everything else is the same for all. Thread-safe.</summary>
internal abstract class ListKind<TQuery, TItem, TPage>
    where TQuery : ListQuery
    where TItem : class
    where TPage : ResultPage
{
    /// <summary>The prefix of the hashes of keys; different for each kind.</summary>
    public abstract string Name { get; }

    /// <summary>Whether all items are fetched, up to the cap, as the order of upstream is unknown. <see cref="Show"/> applies offset and
    /// limit then.</summary>
    public virtual bool FetchesAll => false;

    /// <summary>Reads an item; null if a required part is missing or invalid.</summary>
    public abstract TItem? Read(JsonElement item, ItemReader reader);

    public abstract string IdOf(TItem item);

    /// <summary>The approximate size of an item in memory.</summary>
    public abstract long SizeOf(TItem item);

    /// <summary>Sorts items into a page.</summary>
    public abstract TPage ToPage(IEnumerable<TItem> items);

    /// <summary>The cached page as a query shows it in a time zone at a time.</summary>
    public abstract TPage Show(TPage page, TQuery query, TimeZoneInfo zone, DateTimeOffset now);
}
