namespace SessionsWidgets.Liquid;

/// <summary>A filter: what stands after a <c>|</c>. Shared by all renders, so it must be thread-safe and keep no state of a render. One whose result is text is better an <see cref="ILiquidTextFilter"/>.</summary>
public interface ILiquidFilter
{
    /// <summary>The name, snake_case.</summary>
    string Name { get; }

    /// <summary>Which arguments it takes; checked when a template is compiled.</summary>
    LiquidParameters Parameters { get; }

    /// <summary>Does the filter's work.</summary>
    /// <remarks>
    /// In text that <c>escape</c> made in HTML mode, U+FDD0 to U+FDD5 stand for the characters that it encodes. Hand them on like
    /// any other character: output writes them as entities, also in a result of <see cref="LiquidValue.FromHtml"/>.
    /// </remarks>
    /// <param name="input">What stands before the <c>|</c>.</param>
    /// <param name="arguments">The arguments, evaluated.</param>
    /// <param name="context">The render: clock, zone, language, state, memory for text.</param>
    /// <returns>The result. Text is encoded where it is written, unless it was made by <see cref="LiquidValue.FromHtml"/>.</returns>
    LiquidValue Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context);
}

/// <summary>Which arguments a filter or a tag takes.</summary>
/// <param name="Required">How many positional arguments it must have. Default: 0.</param>
/// <param name="Optional">How many more it may have. Default: 0.</param>
public readonly record struct LiquidParameters(int Required = 0, int Optional = 0)
{
    /// <summary>The named arguments it takes. Default: none.</summary>
    public IReadOnlyList<string> Named
    {
        // A default instance of this type was made by no constructor.
        get => field ?? [];
        init;
    } = [];

    /// <summary>Whether it takes named arguments of any name. Default: false.</summary>
    public bool AnyNamed { get; init; }
}

/// <summary>Evaluated arguments; valid only during the call.</summary>
public readonly ref struct LiquidArguments
{
    private readonly ReadOnlySpan<LiquidValue> _values;
    private readonly string[] _names;

    internal LiquidArguments(ReadOnlySpan<LiquidValue> values, string[] names)
    {
        _values = values;
        _names = names;
    }

    /// <summary>How many positional arguments there are.</summary>
    public int Count => _values.Length - _names.Length;

    /// <summary>How many named arguments there are.</summary>
    public int NamedCount => _names.Length;

    /// <summary>A positional argument; nil when it was not given.</summary>
    /// <param name="index">Its position, from 0.</param>
    public LiquidValue this[int index] => index < Count ? _values[index] : LiquidValue.Nil;

    /// <summary>A named argument.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, when it was given.</param>
    /// <returns>Whether it was given.</returns>
    public bool TryGet(string name, out LiquidValue value)
    {
        for (var i = _names.Length - 1; i >= 0; i--)
        {
            if (!string.Equals(_names[i], name, StringComparison.Ordinal)) continue;
            value = _values[Count + i];
            return true;
        }

        value = LiquidValue.Nil;
        return false;
    }

    /// <summary>The name of a named argument.</summary>
    /// <param name="index">Its position among the named ones, from 0.</param>
    /// <returns>The name.</returns>
    public string NameAt(int index) => _names[index];

    /// <summary>The value of a named argument.</summary>
    /// <param name="index">Its position among the named ones, from 0.</param>
    /// <returns>The value.</returns>
    public LiquidValue NamedAt(int index) => _values[Count + index];
}
