using System.Text;
using SessionsWidgets.Cli.Build.Html;

namespace SessionsWidgets.Cli.Build;

/// <summary>Finds the framework that takes a page over in the browser, by its marks in scripts and ids.</summary>
internal static class FrameworkMarks
{
    private static readonly byte[] NameLetters = [.. "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$"u8];

    private static readonly Mark[] All =
    [
        new("VitePress", "__VP_HASH_MAP__", isId: false),
        new("Docusaurus", "__docusaurus", isId: true),
        new("Next.js", "__NEXT_DATA__", isId: true),
        new("Next.js", "__next_f", isId: false),
        new("Nuxt", "__NUXT_DATA__", isId: true),
        new("Nuxt", "__NUXT__", isId: false),
        new("Gatsby", "___gatsby", isId: true),
        new("SvelteKit", "__sveltekit", isId: false),
    ];

    /// <summary>Gets the name of the framework; null if there is none.</summary>
    public static string? Find(ReadOnlySpan<byte> page)
    {
        if (!MayBeIn(page)) return null;
        for (var scanner = new TagScanner(page); scanner.MoveNext();)
        {
            if (!scanner.Current.IsEndTag && FindIn(page, scanner.Current) is { } framework) return framework;
        }

        return null;
    }

    /// <summary>Whether a mark is anywhere in a page, be it in its text.</summary>
    private static bool MayBeIn(ReadOnlySpan<byte> page)
    {
        for (int offset; (offset = page.IndexOf("__"u8)) >= 0; page = page[(offset + 1)..])
        {
            foreach (var mark in All)
            {
                if (page[offset..].StartsWith(mark.Text)) return true;
            }
        }

        return false;
    }

    /// <summary>Looks at the id of an element, and at what is run if it is a script: text and data only speak of a framework.</summary>
    private static string? FindIn(ReadOnlySpan<byte> page, TagToken tag)
    {
        var isRun = tag.Name == TagName.Script;
        var attributes = new AttributeReader(page, tag.Start + 1 + TagName.TextOf(tag, page).Length);
        while (attributes.MoveNext())
        {
            var name = page[attributes.Name];
            var value = page[attributes.Value];
            if (Ascii.EqualsIgnoreCase(name, "type"u8)) isRun &= IsScript(value);
            else if (Ascii.EqualsIgnoreCase(name, "id"u8) && FindId(value) is { } framework) return framework;
        }

        return isRun ? FindInScript(page[tag.End..RawText.FindEnd(page, tag)]) : null;
    }

    private static bool IsScript(ReadOnlySpan<byte> type) =>
        type.IsEmpty || Ascii.EqualsIgnoreCase(type, "module"u8) || type.EndsWith("javascript"u8);

    private static string? FindId(ReadOnlySpan<byte> id)
    {
        foreach (var mark in All)
        {
            if (mark.IsId && id.SequenceEqual(mark.Text)) return mark.Framework;
        }

        return null;
    }

    private static string? FindInScript(ReadOnlySpan<byte> script)
    {
        foreach (var mark in All)
        {
            if (!mark.IsId && IsUsedIn(script, mark.Text)) return mark.Framework;
        }

        return null;
    }

    /// <summary>Whether a script uses a name: sets it, or calls what it holds. One that only speaks of it does not.</summary>
    private static bool IsUsedIn(ReadOnlySpan<byte> script, ReadOnlySpan<byte> name)
    {
        while (script.IndexOf(name) is var offset and >= 0)
        {
            script = script[(offset + name.Length)..];
            var rest = script.TrimStart(NameLetters).TrimStart(" \t\r\n"u8);
            if (rest is [(byte)'=' or (byte)'.' or (byte)'[' or (byte)'|', ..]) return true;
        }

        return false;
    }

    private sealed class Mark(string framework, string text, bool isId)
    {
        public string Framework { get; } = framework;

        public byte[] Text { get; } = Encoding.ASCII.GetBytes(text);

        /// <summary>Whether it is the id of an element; else a name in a script.</summary>
        public bool IsId { get; } = isId;
    }
}
