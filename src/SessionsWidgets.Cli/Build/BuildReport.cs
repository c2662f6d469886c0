using System.Globalization;
using SessionsWidgets.Cli.Build.Output;

namespace SessionsWidgets.Cli.Build;

/// <summary>Collects the messages of a build and writes them in the order of files and lines. Thread-safe.</summary>
/// <param name="showSite">Shows the name of a file below the site as messages about the file show its path.</param>
internal sealed class BuildReport(Func<string, string> showSite)
{
    /// <summary>The number of pages named with a shared warning.</summary>
    private const int MaxNamed = 3;

    private readonly Lock _lock = new();
    private readonly List<Message> _messages = [];
    private readonly List<SharedWarning> _shared = [];
    private readonly List<string> _leftOut = [];
    private int _pages;
    private int _pagesWithWidgets;
    private int _widgets;
    private int _otherFiles;
    private int _errors;
    private int _withoutFreshData;
    private int _calendars;
    private int _pictures;

    public int Errors => _errors;

    /// <summary>The number of widgets and calendars that show stale data or none.</summary>
    public int WithoutFreshData => _withoutFreshData;

    /// <summary>Whether there is anything to say.</summary>
    public bool HasMessages => _messages.Count > 0 || _shared.Count > 0;

    /// <summary>The errors, in the order of files and lines.</summary>
    public IReadOnlyList<Message> ErrorMessages
    {
        get
        {
            var errors = _messages.FindAll(static message => message.IsError);
            errors.Sort(Message.ByPlace);
            return errors;
        }
    }

    /// <summary>Whether a message names a setting.</summary>
    public bool NamesSettings =>
        _messages.Exists(static m => SettingsSource.AreNamedIn(m.Text)) || _shared.Exists(static s => SettingsSource.AreNamedIn(s.Text));

    public void AddPage(int widgets)
    {
        Interlocked.Increment(ref _pages);
        if (widgets == 0) return;
        Interlocked.Increment(ref _pagesWithWidgets);
        Interlocked.Add(ref _widgets, widgets);
    }

    public void AddOtherFile() => Interlocked.Increment(ref _otherFiles);

    public void AddPictures(int number) => Interlocked.Add(ref _pictures, number);

    public void AddCalendar() => Interlocked.Increment(ref _calendars);

    public void Add(string file, int line, int column, bool isError, string message)
    {
        if (isError) Interlocked.Increment(ref _errors);
        lock (_lock) _messages.Add(new Message(file, line, column, isError, message));
    }

    /// <summary>Creates a report on a part of the site.</summary>
    public BuildReport CreatePart() => new(showSite);

    /// <summary>Adds all that is in the report on a part of the site.</summary>
    public void Include(BuildReport part)
    {
        Interlocked.Add(ref _pages, part._pages);
        Interlocked.Add(ref _pagesWithWidgets, part._pagesWithWidgets);
        Interlocked.Add(ref _widgets, part._widgets);
        Interlocked.Add(ref _otherFiles, part._otherFiles);
        Interlocked.Add(ref _errors, part._errors);
        Interlocked.Add(ref _withoutFreshData, part._withoutFreshData);
        Interlocked.Add(ref _calendars, part._calendars);
        Interlocked.Add(ref _pictures, part._pictures);
        if (part._messages.Count + part._shared.Count + part._leftOut.Count == 0) return;
        lock (_lock)
        {
            _messages.AddRange(part._messages);
            _leftOut.AddRange(part._leftOut);
        }

        foreach (var warning in part._shared)
        {
            if (warning.Files.Count == 0) AddForSite(warning.Text);
            foreach (var place in warning.Files) AddShared(place, warning.Text, warning.Code);
        }
    }

    /// <summary>Adds a file or folder that is never published.</summary>
    public void AddLeftOut(string name)
    {
        lock (_lock) _leftOut.Add(name);
    }

    /// <summary>Adds a warning that is written once for all its files, each with its place.</summary>
    public void AddSharedAt(string file, int line, int column, string message) =>
        AddShared(new Place(file, line, column), message, DiagnosticCode.Warning);

    /// <summary>Adds a warning that is written once for all its files.</summary>
    public void AddShared(string file, string message, string code = DiagnosticCode.Warning) =>
        AddShared(new Place(file, 0, 0), message, code);

    public void AddWithoutFreshData(string file, string message)
    {
        Interlocked.Increment(ref _withoutFreshData);
        AddShared(file, message, DiagnosticCode.NoFreshData);
    }

    /// <summary>Adds a warning about the site as a whole.</summary>
    public void AddForSite(string message)
    {
        lock (_lock) _shared.Add(new SharedWarning(message, DiagnosticCode.Warning, []));
    }

    /// <summary>Writes the messages for people.</summary>
    public void WriteMessages(TextWriter writer)
    {
        List<Message> all = [.. _messages, .. _shared.Select(AtFirstFile)];
        all.Sort(Message.ByPlace);
        foreach (var (file, line, column, isError, text) in all)
        {
            var place = line == 0 ? file : string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:{column}");
            writer.WriteLine(line < 0 ? $"warning: {text}" : $"{place}: {(isError ? "error" : "warning")}: {text}");
        }
    }

    /// <summary>Writes the messages for MSBuild: each at its file, or at the site's folder.</summary>
    /// <param name="writer">Receives them.</param>
    /// <param name="isStrict">Whether a widget without fresh data is an error.</param>
    public void WriteDiagnostics(TextWriter writer, bool isStrict)
    {
        var warnings = _shared.Select(warning =>
        {
            var (_, _, _, _, text) = AtFirstFile(warning);
            var (name, line, column) = warning.Files.MinBy(Show, StringComparer.Ordinal) ?? new Place("", 0, 0);
            var isError = isStrict && warning.Code == DiagnosticCode.NoFreshData;
            return (Message: new Message(showSite(name), line, column, isError, text), warning.Code);
        });
        var messages = _messages.Select(m => (Message: m, Code: m.IsError ? DiagnosticCode.Error : DiagnosticCode.Warning));
        var all = messages.Concat(warnings).ToList();
        all.Sort(static (a, b) => Message.ByPlace(a.Message, b.Message));
        foreach (var ((file, line, column, isError, text), code) in all)
            writer.WriteLine(DiagnosticCode.Line(file, line, column, isError, code, text));
    }

    public string Summary(BuildOptions options, int distinctWidgets, int requests, TimeSpan time, OutputFolder? output)
    {
        var done = Errors > 0 ? "Built with errors" : options.IsDryRun ? "Would build" : "Built";
        return $"{done}: {Counts(options, distinctWidgets, requests, time)}. "
            + $"{(options.IsDryRun ? "Nothing was written." : $"Output: {options.Output}{Changes(output)}")}{LeftOut()}";
    }

    /// <summary>What a site has, and what it took.</summary>
    public string Counts(BuildOptions options, int distinctWidgets, int requests, TimeSpan time)
    {
        var extras = options.WithCalendars ? $"{Count(_calendars, "calendar")}; " : "";
        if (options is { WithLocalPictures: true, Output: not null }) extras += $"{Count(_pictures, "picture")}; ";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(_pages, "page")}, {_pagesWithWidgets} with widgets; {Count(_widgets, "widget")}, {distinctWidgets} "
            + $"different; {extras}{Count(_otherFiles, "other file")}; {Count(requests, "request")}; {time.TotalSeconds:0.0} s");
    }

    /// <summary>How much of an older output was written again.</summary>
    private static string Changes(OutputFolder? output) => output?.Written switch
    {
        null => "",
        0 => $" (nothing has changed{PassedOver(output)})",
        { } written => string.Create(
            CultureInfo.InvariantCulture, $" ({Count(written, "file")} written, {output.Unchanged} unchanged{PassedOver(output)})"),
    };

    private static string PassedOver(OutputFolder output) =>
        output.PassedOver == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {output.PassedOver} not built again");

    /// <summary>The line about files that are never published; empty if there are none.</summary>
    public string LeftOut() => _leftOut.Count == 0
        ? ""
        : $"{Environment.NewLine}Left out: {string.Join(", ", _leftOut.Order(StringComparer.Ordinal))}.";

    /// <summary>Places a shared warning before the messages of the first of its files, which it names.</summary>
    private Message AtFirstFile(SharedWarning warning)
    {
        if (warning.Files.Count == 0) return new Message("", -1, 0, IsError: false, warning.Text);
        var files = warning.Files.Select(Show).Distinct().Order(StringComparer.Ordinal).ToList();
        var more = files.Count - MaxNamed;
        var names = string.Join(", ", files.Take(MaxNamed));
        var rest = more > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {more} more") : "";
        return new Message(showSite(files[0]), -1, 0, IsError: false, $"{warning.Text} ({names}{rest})");
    }

    private void AddShared(Place place, string message, string code)
    {
        lock (_lock)
        {
            var warning = _shared.Find(s => s.Text == message);
            if (warning is null) _shared.Add(warning = new SharedWarning(message, code, []));
            warning.Files.Add(place);
        }
    }

    private static string Show(Place place) => place.Line == 0
        ? place.Name
        : string.Create(CultureInfo.InvariantCulture, $"{place.Name}:{place.Line}:{place.Column}");

    /// <summary>A number of things, in words.</summary>
    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>A line to write. Lines are from 1; 0 is the file as a whole, -1 a warning that names its files itself.</summary>
    public sealed record Message(string File, int Line, int Column, bool IsError, string Text)
    {
        public static int ByPlace(Message a, Message b) =>
            string.CompareOrdinal(a.File, b.File) is var byFile and not 0 ? byFile
            : a.Line != b.Line ? a.Line - b.Line
            : a.Column != b.Column ? a.Column - b.Column
            : string.CompareOrdinal(a.Text, b.Text);
    }

    private sealed record SharedWarning(string Text, string Code, List<Place> Files);

    /// <summary>A file below the site; lines are from 1, and 0 is the file as a whole.</summary>
    private sealed record Place(string Name, int Line, int Column);
}
