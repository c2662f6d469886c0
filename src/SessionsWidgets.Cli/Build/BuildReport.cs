using System.Globalization;

namespace SessionsWidgets.Cli.Build;

/// <summary>What a build has to tell. Messages are written when it is over, in the order of files and lines, whatever order the work took. Thread-safe.</summary>
internal sealed class BuildReport
{
    /// <summary>How many pages are named with a warning that concerns several.</summary>
    private const int MostNamed = 3;

    private readonly Lock _lock = new();
    private readonly List<(string File, int Line, int Column, bool IsError, string Message)> _messages = [];
    private readonly SortedDictionary<string, SortedSet<string>> _shared = new(StringComparer.Ordinal);
    private int _pages;
    private int _pagesWithWidgets;
    private int _widgets;
    private int _otherFiles;
    private int _errors;
    private int _withoutFreshData;

    public int Errors => _errors;

    /// <summary>How many widgets in pages show old data or none.</summary>
    public int WithoutFreshData => _withoutFreshData;

    public int PagesWithWidgets => _pagesWithWidgets;

    public void AddPage(int widgets)
    {
        Interlocked.Increment(ref _pages);
        if (widgets == 0) return;
        Interlocked.Increment(ref _pagesWithWidgets);
        Interlocked.Add(ref _widgets, widgets);
    }

    public void AddOtherFile() => Interlocked.Increment(ref _otherFiles);

    public void Add(string file, int line, int column, bool isError, string message)
    {
        if (isError) Interlocked.Increment(ref _errors);
        lock (_lock) _messages.Add((file, line, column, isError, message));
    }

    /// <summary>A warning that may concern many files and is written once.</summary>
    public void AddShared(string file, string message)
    {
        lock (_lock)
        {
            if (!_shared.TryGetValue(message, out var files)) _shared[message] = files = new SortedSet<string>(StringComparer.Ordinal);
            files.Add(file);
        }
    }

    public void AddWithoutFreshData(string file, string message)
    {
        Interlocked.Increment(ref _withoutFreshData);
        AddShared(file, message);
    }

    /// <summary>Writes errors and warnings.</summary>
    public void WriteMessages(TextWriter writer)
    {
        foreach (var (file, line, column, isError, message) in _messages.OrderBy(m => m.File, StringComparer.Ordinal).ThenBy(m => m.Line).ThenBy(m => m.Column))
        {
            var place = line == 0 ? file : string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:{column}");
            writer.WriteLine($"{place}: {(isError ? "error" : "warning")}: {message}");
        }

        foreach (var (message, files) in _shared)
        {
            var more = files.Count - MostNamed;
            writer.WriteLine($"warning: {message} ({string.Join(", ", files.Take(MostNamed))}{(more > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {more} more") : "")})");
        }
    }

    public string Summary(BuildOptions options, int distinctWidgets, int requests, TimeSpan time, string output)
    {
        var done = Errors > 0 ? "Built with errors" : options.IsDryRun ? "Would build" : "Built";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{done}: {Count(_pages, "page")}, {_pagesWithWidgets} with widgets; {Count(_widgets, "widget")}, {distinctWidgets} different; {Count(_otherFiles, "other file")}; {Count(requests, "request")}; {time.TotalSeconds:0.0} s. {(options.IsDryRun ? "Nothing was written." : $"Output: {output}")}");
    }

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
