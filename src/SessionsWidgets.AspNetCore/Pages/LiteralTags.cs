using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary>The tags of pages whose attributes are all literals, each parsed once. Thread-safe.</summary>
/// <remarks>Of a literal attribute, the compiled page has one object, which it hands to every request.</remarks>
internal sealed class LiteralTags
{
    /// <summary>More than the pages of a site have.</summary>
    private const int MaxTags = 10_000;

    private readonly ConcurrentDictionary<Key, ParsedTag> _parsed = new();

    /// <summary>Gets a tag, or parses it.</summary>
    /// <param name="type">The widget.</param>
    /// <param name="attributes">The attributes of the tag.</param>
    /// <param name="bound">The name of an attribute that is bound to a property, which is not parsed.</param>
    /// <exception cref="ParameterException">An attribute is not allowed.</exception>
    public ParsedTag GetOrParse(WidgetDefinition type, ReadOnlyTagHelperAttributeList attributes, string? bound)
    {
        if (_parsed.TryGetValue(new Key(type, attributes, bound), out var known)) return known;
        var parsed = ParsedTag.Parse(type, TagAttributes.Read(type, attributes, bound), mayBeIsolated: true);
        if (attributes.All(a => IsBound(a, bound) || IsLiteral(a)) && _parsed.Count < MaxTags)
            _parsed.TryAdd(new Key(type, new TagHelperAttributeList(attributes.Where(a => !IsBound(a, bound))), bound), parsed);
        return parsed;
    }

    /// <summary>Whether the attribute is bound to a property.</summary>
    public static bool IsBound(TagHelperAttribute attribute, string? bound) =>
        bound is not null && attribute.Name.Equals(bound, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the text is a constant of the page's assembly, and interned; what Razor has written is a new string.</summary>
    public static bool IsLiteral(string html) => html.Length > 0 && ReferenceEquals(string.IsInterned(html), html);

    private static bool IsLiteral(TagHelperAttribute attribute) => attribute.Value switch
    {
        null => true,
        HtmlString { Value: { } html } => IsLiteral(html),
        _ => false,
    };

    /// <summary>The attributes that are not bound, compared as objects.</summary>
    private readonly struct Key(WidgetDefinition type, ReadOnlyTagHelperAttributeList attributes, string? bound) : IEquatable<Key>
    {
        private readonly WidgetDefinition _type = type;
        private readonly ReadOnlyTagHelperAttributeList _attributes = attributes;
        private readonly string? _bound = bound;

        public bool Equals(Key other)
        {
            if (!ReferenceEquals(_type, other._type)) return false;
            var (i, j) = (Next(0), other.Next(0));
            for (; i < _attributes.Count && j < other._attributes.Count; i = Next(i + 1), j = other.Next(j + 1))
            {
                if (!ReferenceEquals(_attributes[i], other._attributes[j])) return false;
            }

            return i >= _attributes.Count && j >= other._attributes.Count;
        }

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode()
        {
            var hash = RuntimeHelpers.GetHashCode(_type);
            for (var i = Next(0); i < _attributes.Count; i = Next(i + 1))
                hash = HashCode.Combine(hash, RuntimeHelpers.GetHashCode(_attributes[i]));
            return hash;
        }

        /// <summary>The index of the next attribute that is not bound.</summary>
        private int Next(int index)
        {
            while (index < _attributes.Count && IsBound(_attributes[index], _bound)) index++;
            return index;
        }
    }
}
