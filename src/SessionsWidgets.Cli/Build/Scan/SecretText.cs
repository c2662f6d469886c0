using System.Text;

namespace SessionsWidgets.Cli.Build.Scan;

/// <summary>
/// A secret to look for. Letters and digits are written as they are everywhere; around the longest run of them, each other character may
/// be escaped as HTML, JSON, scripts and addresses do. Thread-safe.
/// </summary>
internal sealed class SecretText
{
    private readonly byte[] _secret;
    private readonly byte[][] _wide;
    private readonly Range _run;

    /// <param name="secret">Visible ASCII, as HTTP headers carry it.</param>
    public SecretText(string secret)
    {
        _secret = Encoding.UTF8.GetBytes(secret);
        _wide = [Encoding.Unicode.GetBytes(secret), Encoding.BigEndianUnicode.GetBytes(secret)];
        _run = LongestRun(secret);
    }

    /// <summary>The number of bytes that it takes at most.</summary>
    public int MaxLength => _secret.Length * Escapes.MaxLength;

    /// <summary>Finds the position of the secret; null if it is not there.</summary>
    public int? FindIn(ReadOnlySpan<byte> text)
    {
        var run = _secret.AsSpan(_run);
        for (var i = 0; text[i..].IndexOf(run) is var offset and >= 0; i++)
        {
            i += offset;
            if (FindAround(text, i) is { } position) return position;
        }

        foreach (var wide in _wide)
        {
            if (text.IndexOf(wide) is var position and >= 0) return position;
        }

        return null;
    }

    /// <summary>Finds the start of the secret of which the run of letters is at a position.</summary>
    private int? FindAround(ReadOnlySpan<byte> text, int run)
    {
        var before = _run.Start.Value;
        var first = Math.Max(0, run - (before * Escapes.MaxLength));
        for (var start = run - before; start >= first; start--)
        {
            if (IsAt(text[start..])) return start;
        }

        return null;
    }

    private bool IsAt(ReadOnlySpan<byte> text)
    {
        foreach (var character in _secret)
        {
            var length = Escapes.LengthOf((char)character, text);
            if (length == 0) return false;
            text = text[length..];
        }

        return true;
    }

    private static Range LongestRun(string secret)
    {
        var longest = ..1;
        for (var start = 0; start < secret.Length; start++)
        {
            var end = start;
            while (end < secret.Length && char.IsAsciiLetterOrDigit(secret[end])) end++;
            if (end - start > longest.End.Value - longest.Start.Value) longest = start..end;
            start = end;
        }

        return longest;
    }
}
