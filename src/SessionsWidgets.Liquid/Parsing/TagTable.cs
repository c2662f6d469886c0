using System.Collections.Frozen;

namespace SessionsWidgets.Liquid;

/// <summary>Parses one tag; the node to add, or null when it added its nodes itself or has none.</summary>
internal delegate Node? TagParser(TemplateParser parser, in Markup tag);

/// <summary>The standard tags.</summary>
internal static class TagTable
{
    private static readonly FrozenDictionary<string, TagParser> Tags = new Dictionary<string, TagParser>(StringComparer.Ordinal)
    {
        ["#"] = CommentTag.ParseInline,
        ["assign"] = AssignTag.Parse,
        ["break"] = static (parser, in tag) => InterruptTag.Parse(parser, tag, Interrupt.Break),
        ["capture"] = CaptureTag.Parse,
        ["case"] = CaseTag.Parse,
        ["comment"] = CommentTag.Parse,
        ["continue"] = static (parser, in tag) => InterruptTag.Parse(parser, tag, Interrupt.Continue),
        ["cycle"] = CycleTag.Parse,
        ["decrement"] = static (parser, in tag) => CounterTag.Parse(parser, tag, isIncrement: false),
        ["doc"] = CommentTag.ParseDoc,
        ["echo"] = static (parser, in tag) => parser.Output(tag),
        ["for"] = ForTag.Parse,
        ["if"] = static (parser, in tag) => IfTag.Parse(parser, tag, isUnless: false),
        ["ifchanged"] = IfChangedTag.Parse,
        ["include"] = IncludeTag.Parse,
        ["increment"] = static (parser, in tag) => CounterTag.Parse(parser, tag, isIncrement: true),
        ["liquid"] = LiquidTag.Parse,
        ["raw"] = RawTag.Parse,
        ["render"] = RenderTag.Parse,
        ["tablerow"] = TableRowTag.Parse,
        ["unless"] = static (parser, in tag) => IfTag.Parse(parser, tag, isUnless: true),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, TagParser>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Tags.GetAlternateLookup<ReadOnlySpan<char>>();

    public static IEnumerable<string> Names => Tags.Keys;

    public static TagParser? Find(ReadOnlySpan<char> name) => BySpan.TryGetValue(name, out var parser) ? parser : null;

    /// <summary>Whether a tag has a body that is parsed, and an end.</summary>
    public static bool IsBlock(ReadOnlySpan<char> name) =>
        name is "if" or "unless" or "case" or "for" or "capture" or "tablerow" or "ifchanged";
}
