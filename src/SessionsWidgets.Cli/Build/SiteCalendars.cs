using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SessionsWidgets.Cli.Build.Output;

namespace SessionsWidgets.Cli.Build;

/// <summary>The calendar files of a site's businesses.</summary>
internal sealed class SiteCalendars
{
    public const string FileName = "events.ics";

    private readonly BusinessDirectory _businesses;
    private readonly BuildReport _report;
    private readonly List<string> _names;

    private SiteCalendars(BusinessDirectory businesses, BuildReport report, List<string> names)
    {
        (_businesses, _report, _names) = (businesses, report, names);
    }

    /// <summary>Checks that each configured business has a place for its file. Creates nothing.</summary>
    /// <exception cref="ParameterException">There is no business, or something else stands in the place of a file.</exception>
    public static SiteCalendars Create(IServiceProvider services, BuildOptions options, IReadOnlyList<SiteFile> files, BuildReport report)
    {
        var settings = services.GetRequiredService<IOptions<SessionsWidgetsOptions>>().Value;
        var names = settings.Businesses.Keys.Order(StringComparer.Ordinal).ToList();
        if (settings.BusinessId is not null) names.Insert(0, "");
        if (names.Count == 0)
            throw new ParameterException(
                "--calendar", "--calendar needs a business: set SessionsWidgets:BusinessId, or leave --calendar out.");
        foreach (var name in names)
        {
            if (!IsFolder(name))
                throw new ParameterException(
                    "--calendar", name, "a folder cannot have the name of this business: use letters, digits, '-', '_' and '.'.");
            var file = PathOf(name);
            if (files.Select(static f => f.Name).Append(options.StylesheetPath).FirstOrDefault(f => Clashes(f, file, name)) is { } other)
                throw new ParameterException(
                    "--calendar", file, $"the site has '{other}', in its place: rename that, or leave --calendar out.");
        }

        return new SiteCalendars(services.GetRequiredService<BusinessDirectory>(), report, names);
    }

    /// <summary>Gets the name of a business's file below the output folder.</summary>
    /// <param name="business">The name of the business; empty for the default one.</param>
    public static string PathOf(string business) => business.Length == 0 ? FileName : $"{business}/{FileName}";

    /// <summary>Writes the files. A file without data is not written: calendars would take an empty one for the end of all
    /// events.</summary>
    public Task WriteAsync(IBuildOutput? output, CancellationToken cancellationToken) =>
        Task.WhenAll(_names.Select(name => WriteAsync(name, output, cancellationToken)));

    private async Task WriteAsync(string name, IBuildOutput? output, CancellationToken cancellationToken)
    {
        var file = PathOf(name);
        try
        {
            var business = await _businesses.GetAsync(name, cancellationToken);
            var calendar = await EventCalendar.GetAsync(business, Timeout.InfiniteTimeSpan, cancellationToken);
            if (calendar.Error is { } error) _report.AddWithoutFreshData(file, $"the calendar shows the last good data. {error.Message}");
            _report.AddCalendar();
            output?.Write(file, calendar.Utf8.Span);
        }
        catch (ApiException e)
        {
            _report.AddWithoutFreshData(file, $"the calendar has no data, and is not written. {e.Message}");
        }
    }

    private static bool IsFolder(string name) =>
        name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        && !name.StartsWith('.')
        && !name.EndsWith('.')
        && !name.Equals(FileName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file of the site stands in the place of the calendar or of its folder.</summary>
    private static bool Clashes(string other, string file, string folder) =>
        other.Equals(file, StringComparison.OrdinalIgnoreCase)
        || other.StartsWith($"{file}/", StringComparison.OrdinalIgnoreCase)
        || other.Equals(folder, StringComparison.OrdinalIgnoreCase);
}
