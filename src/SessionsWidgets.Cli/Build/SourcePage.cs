using System.Text;
using SessionsWidgets.Cli.Build.Html;

namespace SessionsWidgets.Cli.Build;

/// <summary>A page of the site, with its tags.</summary>
/// <param name="File">The file.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Found">What is in it.</param>
internal sealed record SourcePage(SiteFile File, ReadOnlyMemory<byte> Bytes, PageTags Found)
{
    private Encoding? _encoding;

    /// <summary>The encoding, as browsers detect it.</summary>
    public Encoding Encoding => _encoding ??= PageEncoding.Detect(Bytes.Span);
}

/// <summary>A page with its widgets.</summary>
/// <param name="Content">The content.</param>
/// <param name="Tags">What stands in place of each tag.</param>
internal sealed record BuiltPage(ReadOnlyMemory<byte> Content, IReadOnlyList<RenderedTag> Tags);

/// <summary>What stands in place of a tag.</summary>
/// <param name="Attributes">The attributes of the tag.</param>
/// <param name="Fragment">The fragment.</param>
internal readonly record struct RenderedTag(WidgetAttributes Attributes, SiteFragment Fragment);
