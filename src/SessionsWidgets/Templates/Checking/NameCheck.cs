namespace SessionsWidgets;

/// <summary>Finds the variables, members and arguments that templates name and that do not exist. Not thread-safe.</summary>
/// <remarks>What a partial reads is unknown when it is for all calls: a call may leave arguments out, or give objects of another type.
/// A template that cannot be parsed is left out. <c>isOwn</c>: whether a template is the host's.</remarks>
internal sealed class NameCheck(TemplateEngine engine, TemplateTexts texts, Func<string, bool> isOwn)
{
    /// <summary>More than shapes can change.</summary>
    private const int MaxPasses = 32;

    private readonly Dictionary<string, ParsedTemplate?> _parsed = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Template, int Offset, string Name), TemplateError?> _reads = [];
    private readonly Dictionary<string, HashSet<string>> _readBy = new(StringComparer.Ordinal);
    private readonly List<(string Name, IReadOnlyDictionary<string, ValueShape> Arguments, SourceLocation Place)> _calls = [];
    private readonly HashSet<string> _included = new(StringComparer.Ordinal);

    public TemplateEngine Engine => engine;

    /// <summary>The unknown names in the templates that were followed, by template, line and column.</summary>
    public IReadOnlyList<TemplateError> Unknown =>
    [
        .. _reads.Values.OfType<TemplateError>().Concat(_calls.SelectMany(UnknownArguments)).Distinct()
            .OrderBy(static error => error.Template, StringComparer.Ordinal)
            .ThenBy(static error => error.Line)
            .ThenBy(static error => error.Column),
    ];

    /// <summary>Whether a template was followed, as a root or as a partial.</summary>
    public bool HasFollowed(string name) => _parsed.ContainsKey(name);

    /// <summary>Follows a template and the partials that it calls.</summary>
    public void Follow(string name, ValueShape model)
    {
        if (Parse(name) is { } template) Follow(template, new CheckScope(model));
    }

    /// <summary>Follows the call of a partial that sees its arguments alone.</summary>
    public void FollowCall(string name, IReadOnlyDictionary<string, ValueShape> arguments, SourceLocation place)
    {
        var isKnown = _calls.Exists(call => call.Name == name && AreSame(call.Arguments, arguments));
        _calls.Add((name, arguments, place));
        if (!isKnown && Parse(name) is { } template) Follow(template, new CheckScope(ValueShape.ObjectOf(arguments)));
    }

    /// <summary>Follows a partial with the variables of its caller.</summary>
    public void FollowIncluded(string name, CheckScope scope)
    {
        if (Parse(name) is not { } template || !_included.Add(name)) return;
        new NameVisitor(this, template, scope).Visit(template.Statements);
        _included.Remove(name);
    }

    /// <summary>Notes that a template reads a variable of its own, or of the caller.</summary>
    public void NoteVariable(string template, string name)
    {
        if (!_readBy.TryGetValue(template, out var names)) _readBy[template] = names = new(StringComparer.Ordinal);
        names.Add(name);
    }

    /// <summary>Notes a name that is read, with why it is unknown; null if it is not.</summary>
    public void Note(SourceLocation place, string name, Func<string>? error)
    {
        var key = (place.Source.Name, place.Offset, name);
        if (error is null) _reads[key] = null;
        else if (!_reads.ContainsKey(key)) _reads[key] = place.Source.Error(TemplateErrorKind.UnknownName, error(), place.Offset);
    }

    private void Follow(ParsedTemplate template, CheckScope scope)
    {
        var visitor = new NameVisitor(this, template, scope);
        for (var pass = 0; pass < MaxPasses && !scope.IsComplete; pass++)
        {
            scope.HasChanged = false;
            visitor.Visit(template.Statements);
            scope.IsComplete = !scope.HasChanged;
        }

        if (scope.IsComplete) visitor.Visit(template.Statements);
    }

    private ParsedTemplate? Parse(string name)
    {
        if (_parsed.TryGetValue(name, out var parsed)) return parsed;
        try
        {
            parsed = texts.Find(name) is { } text ? engine.Parser.Parse(new TemplateSource(name, text), engine.Limits) : null;
        }
        catch (TemplateException)
        {
            // Compiling it tells why.
        }

        return _parsed[name] = parsed;
    }

    /// <summary>Whether no call of a partial passes a variable: then it is reported for the partial.</summary>
    private bool IsUnknown(string template, string variable) =>
        _reads.Any(read => read.Value is not null && read.Key.Template == template && read.Key.Name == variable);

    /// <summary>Arguments that the partial does not read although it reads a near name that it is not given.</summary>
    private IEnumerable<TemplateError> UnknownArguments(
        (string Name, IReadOnlyDictionary<string, ValueShape> Arguments, SourceLocation Place) call)
    {
        if (!_readBy.TryGetValue(call.Name, out var read)) yield break;
        var missing = read.Where(name => !call.Arguments.ContainsKey(name)).ToList();
        foreach (var name in call.Arguments.Keys)
        {
            if (name == LoopValue.Variable || read.Contains(name) || NearestName.Misspelt(name, missing) is not { } meant) continue;
            if (isOwn(call.Name) && IsUnknown(call.Name, meant)) continue;
            yield return call.Place.Source.Error(
                TemplateErrorKind.UnknownName, SyntaxMessage.Unknown($"argument of '{call.Name}'", name, missing), call.Place.Offset);
        }
    }

    private static bool AreSame(IReadOnlyDictionary<string, ValueShape> some, IReadOnlyDictionary<string, ValueShape> others) =>
        some.Count == others.Count && some.All(one => others.TryGetValue(one.Key, out var other) && one.Value.Equals(other));
}
