namespace SessionsWidgets.Cli.Build;

/// <summary>A growing buffer, reused by a worker for all its pages. Not thread-safe.</summary>
internal sealed class PageContent
{
    private byte[] _bytes = new byte[64 * 1024];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Replaces the content by that of a file.</summary>
    public void Read(string path)
    {
        Clear();
        using var file = File.OpenHandle(path);
        var expected = RandomAccess.GetLength(file);
        do
        {
            Reserve((int)Math.Min(Math.Max(expected - Length, 1), Array.MaxLength));
            var read = RandomAccess.Read(file, _bytes.AsSpan(Length), Length);
            if (read == 0) return;
            Length += read;
        }
        while (Length != expected);
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - Length < count) Array.Resize(ref _bytes, Math.Max(checked(Length + count), _bytes.Length * 2));
    }
}
