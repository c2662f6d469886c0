using Parlot;
using Parlot.Fluent;

namespace SessionsWidgets;

/// <summary>Parses a tag by the parser that is registered for it, and notes where the tag stands.</summary>
/// <param name="name">The tag.</param>
/// <param name="inner">Its parser.</param>
/// <param name="host">For a tag of the host's own: what it writes; null for others.</param>
internal sealed class TagParser(string name, Parser<Statement> inner, HostTagKind? host) : Parser<Statement>
{
    public override bool Parse(ParseContext context, ref ParseResult<Statement> result)
    {
        var template = (TemplateParseContext)context;
        var start = template.StartOfTag(context.Scanner.Cursor.Offset - name.Length);
        template.Enter(name, start);
        var success = inner.Parse(context, ref result);
        template.LeaveTag();
        if (!success) return false;
        if (host is { } kind) result.Set(result.Start, result.End, new HostTagStatement(name, result.Value, kind));
        template.Note(result.Value, start);
        return true;
    }
}

/// <summary>What a tag of the host's own writes.</summary>
internal enum HostTagKind
{
    /// <summary>Text, which is encoded for the place of the tag.</summary>
    Text,

    /// <summary>HTML, which is written as it is, where text can stand.</summary>
    Html,
}
