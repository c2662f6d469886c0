namespace SessionsWidgets;

/// <content>Expressions: what they read, and the shape of what they give.</content>
internal sealed partial class NameVisitor
{
    /// <summary>The filters whose first argument names a member of the items.</summary>
    private static readonly string[] FiltersOfMembers =
        ["compact", "find", "find_index", "has", "map", "reject", "sort", "sort_natural", "sum", "uniq", "where"];

    private ValueShape Read(Expression? expression)
    {
        switch (expression)
        {
            case PathExpression path: return ReadPath(path.Name, path.Segments, new SourceLocation(template.Source, path.Offset));
            case MemberExpression { Segments: [IdentifierSegment first, ..] all }:
                return ReadPath(first.Identifier, [.. all.Skip(1)], _place);
            case LiteralExpression literal: return ShapeOf(literal.Value);
            case FilterCall filter: return ReadFilter(filter);
            case MeteredExpression metered: return Read(metered.Inner);
            case BoundedRangeExpression { Range: var range }: return ReadRange(range);
            case RangeExpression range: return ReadRange(range);
            case BinaryExpression pair:
                Read(pair.Left);
                Read(pair.Right);
                return ValueShape.Boolean;
            default: return ValueShape.Any;
        }
    }

    private ValueShape ReadPath(string name, IReadOnlyList<MemberSegment> segments, SourceLocation place)
    {
        check.NoteVariable(template.Source.Name, name);
        var shape = scope.Find(name);
        Note(place, name, "variable", shape, scope.Names);
        var path = name;
        var end = place.Offset + name.Length;
        foreach (var segment in segments)
        {
            var member = NameOf(segment);
            if (segment is IndexerSegment index) Read(index.Expression);
            if (shape is null) continue;
            var offset = OffsetOf(member, end);
            end = offset + (member?.Length ?? 1);
            shape = member is null
                ? IndexedOf(shape)
                : ReadMember(shape, member, $"member of '{path}'", new SourceLocation(template.Source, offset));
            path += member is null ? "[…]" : $".{member}";
        }

        return shape ?? ValueShape.Any;
    }

    /// <summary>Where a part of a path stands, from where the part before it stands.</summary>
    private int OffsetOf(string? member, int from)
    {
        var text = template.Source.Text;
        var found = text.IndexOf(member ?? "]", Math.Min(from, text.Length), StringComparison.Ordinal);
        return found < 0 ? from : found;
    }

    private ValueShape? ReadMember(ValueShape shape, string name, string what, SourceLocation place)
    {
        var member = shape.Member(name);
        Note(place, name, what, member, shape.Names);
        return member;
    }

    /// <summary>The member that a part of a path names; null for an index that is known only at render time, or a number.</summary>
    private static string? NameOf(MemberSegment segment) => segment switch
    {
        IdentifierSegment part => part.Identifier,
        IndexerSegment { Expression: LiteralExpression { Value: StringValue text } } => text.ToStringValue(),
        _ => null,
    };

    private static ValueShape IndexedOf(ValueShape shape) => shape.IsObject ? ValueShape.Any : shape.Item;

    private void Note(SourceLocation place, string name, string what, ValueShape? found, IEnumerable<string> known)
    {
        if (!scope.IsComplete) return;
        check.Note(place, name, found is null ? () => SyntaxMessage.UnknownOf(what, name, known) : null);
    }

    private ValueShape ReadFilter(FilterCall call)
    {
        var use = call.Use;
        var input = Read(use.Input);
        var arguments = new List<ValueShape>(use.Parameters.Count);
        foreach (var argument in use.Parameters) arguments.Add(Read(argument.Expression));
        if (check.Engine.Extensions.Filters.ContainsKey(use.Name)) return ValueShape.Any;
        var member = MemberArgument(use) is { } name && input.Item.IsObject
            ? ReadMember(input.Item, name, $"member of the items of '{use.Name}'", call.Place)
            : ValueShape.Any;
        return use.Name switch
        {
            "first" or "last" or "find" => input.Item,
            "compact" or "reject" or "reverse" or "sort" or "sort_natural" or "uniq" or "where" => input,
            "map" => ValueShape.ListOf(member ?? ValueShape.Any),
            "concat" or "default" when arguments.Count > 0 => input.Join(arguments[0]),
            "split" => ValueShape.ListOf(ValueShape.Text),
            _ => ValueShape.Any,
        };
    }

    /// <summary>The member of the items that a filter reads; null if it reads none, or one that is known only at render time.</summary>
    private static string? MemberArgument(FilterExpression use) =>
        FiltersOfMembers.Contains(use.Name)
        && use.Parameters is [{ Name: null, Expression: LiteralExpression { Value: StringValue text } }, ..]
            ? text.ToStringValue()
            : null;

    private ValueShape ReadRange(RangeExpression range)
    {
        Read(range.From);
        Read(range.To);
        return ValueShape.ListOf(ValueShape.Number);
    }

    private static ValueShape ShapeOf(FluidValue literal) => literal switch
    {
        StringValue => ValueShape.Text,
        NumberValue => ValueShape.Number,
        BooleanValue => ValueShape.Boolean,
        _ when literal.IsNil() => ValueShape.Nil,
        _ => ValueShape.Any,
    };
}
