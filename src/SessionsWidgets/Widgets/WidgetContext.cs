using System.Net;

namespace SessionsWidgets;

/// <summary>What a widget is rendered for: the business, the time, and who asks. Immutable and thread-safe.</summary>
public sealed class WidgetContext
{
    private readonly IPAddress? _visitor;

    internal WidgetContext(
        BusinessContext business, DateTimeOffset now, DateStyle dates, WidgetAudience audience, IPAddress? visitor = null)
    {
        Business = business;
        Now = now;
        Dates = dates;
        Audience = audience;
        _visitor = visitor;
    }

    /// <summary>The business that the widget is of.</summary>
    public BusinessContext Business { get; }

    /// <summary>The time for which the widget is rendered.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>How dates are written. What is only true now ("smoking now") belongs to relative dates: a page with absolute ones may be
    /// kept.</summary>
    public DateStyle Dates { get; }

    /// <summary>Today in the business's time zone.</summary>
    public DateOnly Today => LocalDay.Of(Now, Business.TimeZone);

    /// <summary>The visitor's address, if it is in the venue's own network (<see cref="GuestWifiOptions.ClientNetworks"/>) and the widget
    /// is about the visitor; else null.</summary>
    /// <exception cref="ParameterException">There is a visitor, and no guest Wi-Fi is configured.</exception>
    public IPAddress? GuestAddress =>
        Audience == WidgetAudience.Visitor && _visitor is { } visitor && GuestWifi.IsInside(visitor) ? visitor : null;

    internal WidgetAudience Audience { get; }

    /// <summary>Whether the widget is for the visitor or the staff alone.</summary>
    internal bool IsPrivate => Audience != WidgetAudience.Everyone;

    /// <summary>The business's guest Wi-Fi.</summary>
    /// <exception cref="ParameterException">None is configured.</exception>
    internal GuestWifiContext GuestWifi => Business.GuestWifi
        ?? throw new ParameterException(
            "GuestWifi:ApiBaseUrl",
            null,
            $"the business '{Business.BusinessId}' has no guest Wi-Fi: set it, with AccessToken and LocationId, in its section of the "
            + $"configuration.");
}
