using SessionsWidgets.Liquid;

namespace SessionsWidgets;

/// <summary>The filters that the library adds to standard Liquid.</summary>
internal static class WidgetFilters
{
    public static IReadOnlyList<ILiquidFilter> All { get; } =
    [
        new TranslateFilter(),
        new RatingFilter(),
        new NumberFilter(),
        new DataSizeFilter(),
        new DurationFilter(),
        new ElapsedFilter(),
        new RelativeTimeFilter(),
        new LocalizedDateFilter(),
        new WhenFilter(),
        new IsoDateFilter(),
    ];
}
