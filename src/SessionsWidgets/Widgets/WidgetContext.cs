using System.Net;

namespace SessionsWidgets;

/// <summary>The context of a widget: the business, time and visitor that it is rendered for. Immutable and thread-safe.</summary>
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

    /// <summary>The time of the rendering. A model that depends on it should set <see cref="WidgetModel.FreshUntil"/>; otherwise the widget
    /// is rendered for each request.</summary>
    public DateTimeOffset Now
    {
        get
        {
            IsNowRead = true;
            return Time;
        }
    }

    /// <summary>The date style. Show "now" only with relative dates: pages with absolute dates may be stored.</summary>
    public DateStyle Dates { get; }

    /// <summary>Today in the time zone of the business.</summary>
    public DateOnly Today => LocalDay.Of(Time, Business.TimeZone);

    /// <summary>The IP address of the visitor if it is in <see cref="GuestWifiOptions.ClientNetworks"/>; otherwise null. Always null in a
    /// widget that is not for <see cref="WidgetAudience.Visitor"/>.</summary>
    /// <exception cref="ParameterException">The address of the visitor is known, but no guest Wi-Fi is configured.</exception>
    public IPAddress? GuestAddress =>
        Audience == WidgetAudience.Visitor && _visitor is { } visitor && GuestWifi.IsInside(visitor) ? visitor : null;

    /// <summary>The time of the rendering, for members that do not depend on it otherwise.</summary>
    internal DateTimeOffset Time { get; }

    /// <summary>Whether <see cref="Now"/> was read.</summary>
    internal bool IsNowRead { get; private set; }

    internal WidgetAudience Audience { get; }

    /// <summary>Whether the widget is only for the visitor or staff.</summary>
    internal bool IsPrivate => Audience != WidgetAudience.Everyone;

    /// <summary>The guest Wi-Fi of the business.</summary>
    /// <exception cref="ParameterException">None is configured.</exception>
    internal GuestWifiContext GuestWifi => Business.GuestWifi
        ?? throw new ParameterException(
            Business.Origin.NameOf(GuestWifiSettings.ApiBaseUrl, isSet: false),
            null,
            $"the business '{Business.BusinessId}' has no guest Wi-Fi: configure it, with AccessToken and LocationId.");
}
