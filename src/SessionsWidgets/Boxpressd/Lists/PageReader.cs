using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Reads the items of a response. Invalid ones are left out and counted.</summary>
internal static class PageReader
{
    /// <exception cref="PayloadException">The response is not JSON, has no list of data, or is mostly invalid.</exception>
    public static ReadPage<TItem> Read<TQuery, TItem, TPage>(
        ReadOnlyMemory<byte> json, ListKind<TQuery, TItem, TPage> kind, PictureRules pictures, string? contentType = null)
        where TQuery : ListQuery
        where TItem : class
        where TPage : ResultPage =>
        PayloadJson.Read(json, contentType, root => ReadPage(root, kind.Read, pictures));

    private static ReadPage<TItem> ReadPage<TItem>(JsonElement root, Func<JsonElement, ItemReader, TItem?> read, PictureRules pictures)
        where TItem : class
    {
        var envelope = PayloadJson.Envelope(root);
        var items = PayloadJson.Data(envelope);
        var reader = new ItemReader(pictures);
        var found = PayloadJson.Items(items, item => read(item, reader));
        var meta = envelope.GetValueOrDefault("meta");
        var stated = PayloadJson.Number(PayloadJson.Member(meta, "count"));
        if (items.Length == 0 && stated > 0)
            throw new PayloadException(ApiFault.CountMismatch, $"the response counts {stated} items and has none");
        return new ReadPage<TItem>(found, items.Length, reader.Corrections)
        {
            StatedCount = stated,
            PageSize = PayloadJson.Number(PayloadJson.Member(meta, "limit")),
        };
    }
}

/// <summary>The valid items of a page, the number of received items, and the corrections in them.</summary>
internal sealed record ReadPage<TItem>(List<TItem> Items, int Received, PayloadCorrections Corrections)
{
    /// <summary>The number of items left out.</summary>
    public int Dropped => Received - Items.Count;

    /// <summary>The number of items that upstream states; null if it does not.</summary>
    public long? StatedCount { get; init; }

    /// <summary>The page size that upstream states; null if it does not.</summary>
    public long? PageSize { get; init; }
}
