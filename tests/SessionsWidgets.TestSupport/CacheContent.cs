namespace SessionsWidgets.TestSupport;

/// <summary>Looks into a client's cache.</summary>
public static class CacheContent
{
    public static int CountEntries(this SessionsClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.Entries;
    }
}
