using System.Net;

namespace SessionsWidgets;

/// <summary>The business, time and visitor that a widget is rendered for. Immutable and thread-safe.</summary>
public sealed class WidgetContext
{
    private readonly IPAddress? _visitor;

    internal WidgetContext(
        BusinessContext business, DateTimeOffset now, DateStyle dates, WidgetAudience audience, IPAddress? visitor = null)
    {
        Business = business;
        Time = now;
        Dates = dates;
        Audience = audience;
        _visitor = visitor;
    }

    /// <summary>The business of the widget.</summary>
    public BusinessContext Business { get; }

    /// <summary>The time of the rendering. A model that comes from it should say until when by <see cref="WidgetModel.FreshUntil"/>; one
    /// that does not is created anew for each request.</summary>
    public DateTimeOffset Now
    {
        get
        {
            IsNowRead = true;
            return Time;
        }
    }

    /// <summary>The date style. Show "now" with relative dates only: pages with absolute ones may be cached.</summary>
    public DateStyle Dates { get; }

    /// <summary>Today in the time zone of the business.</summary>
    public DateOnly Today => LocalDay.Of(Time, Business.TimeZone);

    /// <summary>The visitor's address if it is in <see cref="GuestWifiOptions.ClientNetworks"/>; always null in other widgets.</summary>
    /// <exception cref="ParameterException">There is a visitor, and no guest Wi-Fi is configured.</exception>
    public IPAddress? GuestAddress =>
        Audience == WidgetAudience.Visitor && _visitor is { } visitor && GuestWifi.IsInside(visitor) ? visitor : null;

    /// <inheritdoc cref="Now"/>
    internal DateTimeOffset Time { get; }

    /// <summary>Whether <see cref="Now"/> was read.</summary>
    internal bool IsNowRead { get; private set; }

    internal WidgetAudience Audience { get; }

    /// <summary>Whether the widget is for the visitor or staff only.</summary>
    internal bool IsPrivate => Audience != WidgetAudience.Everyone;

    /// <summary>The guest Wi-Fi of the business.</summary>
    /// <exception cref="ParameterException">None is configured.</exception>
    internal GuestWifiContext GuestWifi => Business.GuestWifi
        ?? throw new ParameterException(
            Business.Origin.NameOf(GuestWifiSettings.ApiBaseUrl, isSet: false),
            null,
            $"the business '{Business.BusinessId}' has no guest Wi-Fi: configure it, with AccessToken and LocationId.");
}
