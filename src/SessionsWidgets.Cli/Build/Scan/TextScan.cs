using System.Security.Cryptography;
using System.Text;

namespace SessionsWidgets.Cli.Build.Scan;

/// <summary>What a file that is no page holds.</summary>
/// <param name="Secret">The first secret: where it is, and its setting.</param>
/// <param name="Tag">The first tag of a widget: where it is, and its name.</param>
internal readonly record struct TextFindings((long Position, string Setting)? Secret, (long Position, string Name)? Tag);

/// <summary>Looks through the files of a site that are no pages. Thread-safe.</summary>
internal sealed class TextScan(SecretFinder secrets, TagText tags)
{
    private const int BlockSize = 256 * 1024;

    /// <summary>More bytes than a tag's name with its escaped start.</summary>
    private const int TagLength = 128;

    private readonly int _overlap = Math.Max(TagLength, secrets.MaxLength);

    /// <summary>Looks through a file: for secrets, and if it is text, for tags.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="hash">Receives the content; null for nothing.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public TextFindings Read(string path, IncrementalHash? hash = null)
    {
        using var file = File.OpenHandle(path);
        var block = new byte[(int)Math.Min(BlockSize, RandomAccess.GetLength(file)) + _overlap];
        var findings = default(TextFindings);
        var isText = true;
        // What a block ends with may go on in the next one.
        for (var (start, kept) = (0L, 0); ;)
        {
            var read = RandomAccess.Read(file, block.AsSpan(kept), start + kept);
            var text = block.AsSpan(0, kept + read);
            hash?.AppendData(text[kept..]);
            if (start == 0 && kept == 0) isText = !IsBinary(text);
            if (findings.Secret is null && secrets.Find(text) is { } secret)
                findings = findings with { Secret = (start + secret.Position, secret.Setting) };
            if (isText && findings.Tag is null && tags.Find(text) is { } tag)
                findings = findings with { Tag = (start + tag.Position, tag.Name) };
            if (read == 0) return findings;
            kept = Math.Min(_overlap, text.Length);
            start += text.Length - kept;
            text[^kept..].CopyTo(block);
        }
    }

    /// <summary>Gets the line and the column of a position.</summary>
    public static (int Line, int Column) PlaceOf(string path, long position)
    {
        var text = File.ReadAllBytes(path);
        var index = (int)Math.Min(position, text.Length);
        return (Html.PagePosition.Line(text, index), Html.PagePosition.Column(text, index, Encoding.UTF8));
    }

    /// <summary>Text has no zeros, but in UTF-16.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> start) => start.Contains((byte)0) && !Html.PageEncoding.IsUtf16(start);
}
