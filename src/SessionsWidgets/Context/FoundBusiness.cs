using System.Runtime.ExceptionServices;

namespace SessionsWidgets;

/// <summary>The result of an <see cref="IBusinessSource"/> for a name.</summary>
/// <param name="name">The name.</param>
/// <param name="options">The business; null if there is none or the source failed.</param>
/// <param name="knownSince">When the source found it.</param>
/// <param name="freshUntil">When the source is asked again.</param>
internal sealed class FoundBusiness(string name, BusinessOptions? options, DateTimeOffset knownSince, DateTimeOffset freshUntil)
    : IStoredEntry
{
    private Completed? _completed;

    public BusinessOptions? Options => options;

    public DateTimeOffset KnownSince => knownSince;

    public DateTimeOffset FreshUntil => freshUntil;

    /// <summary>As how many names it counts: the store of names has no limit in bytes.</summary>
    public long Bytes => 1 + (name.Length / 100);

    /// <summary>The exception of the source.</summary>
    public ExceptionDispatchInfo? Error { get; init; }

    /// <summary>Gets the business with the settings that it inherits from a version of the section.</summary>
    /// <exception cref="ParameterException">An option is not allowed.</exception>
    public BusinessContext In(SessionsWidgetsOptions section, SessionsClient client)
    {
        if (_completed is { } known && ReferenceEquals(known.Section, section)) return known.Business;
        var business = client.CreateBusiness(section.Complete(options!), SettingOrigin.Found(name, options!));
        _completed = new Completed(section, business);
        return business;
    }

    private sealed record Completed(SessionsWidgetsOptions Section, BusinessContext Business);
}
