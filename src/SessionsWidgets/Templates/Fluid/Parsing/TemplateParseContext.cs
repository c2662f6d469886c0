using System.Runtime.CompilerServices;
using Fluid.Parser;

namespace SessionsWidgets;

/// <summary>What is noted while one template is parsed: where its tags and outputs stand, and how deeply they nest.</summary>
internal sealed class TemplateParseContext(TemplateSource source, TemplateLimits limits) : FluidParseContext(source.Text)
{
    private readonly Dictionary<object, int> _offsets = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<(string Name, int Offset)> _open = [];
    private int _depth;

    public TemplateSource Source => source;

    public TemplateLimits Limits => limits;

    public List<TemplatePlace> RawUses { get; } = [];

    /// <summary>The innermost tag that is being parsed.</summary>
    public (string Name, int Offset)? OpenTag => _open.TryPeek(out var tag) ? tag : null;

    public void Enter(string tag, int offset)
    {
        Nest(offset);
        _open.Push((tag, offset));
    }

    public void LeaveTag()
    {
        Leave();
        _open.Pop();
    }

    /// <summary>Where the braces before the name of a tag stand; within <c>liquid</c> there are none.</summary>
    public int StartOfTag(int nameStart)
    {
        var before = source.Text.AsSpan(0, Math.Max(0, nameStart)).TrimEnd();
        if (before.EndsWith("-")) before = before[..^1];
        return before.EndsWith("{%") ? before.Length - 2 : nameStart;
    }

    /// <summary>Goes one level deeper, where the thread's stack suffices.</summary>
    /// <exception cref="TemplateException">That is too deep.</exception>
    public void Nest(int offset)
    {
        if (++_depth > limits.Nesting) throw Limit($"Tags and brackets are nested deeper than {limits.Nesting}.", offset);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw Limit("Tags and partials are nested too deeply.", offset);
    }

    public void Leave() => _depth--;

    public void Note(object node, int offset) => _offsets[node] = offset;

    /// <summary>Where a tag begins, or the expression of an output; null for what was not noted.</summary>
    public int? Find(object node) => _offsets.TryGetValue(node, out var offset) ? offset : null;

    public TemplateException Error(TemplateErrorKind kind, string message, int offset) => new(source.Error(kind, message, offset));

    public TemplateException Limit(string message, int offset) => Error(TemplateErrorKind.Limit, message, offset);
}
