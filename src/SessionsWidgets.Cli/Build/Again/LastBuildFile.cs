using System.Text;

namespace SessionsWidgets.Cli.Build.Again;

/// <summary>
/// The file in the folder of <c>--cache</c> that holds what is known of the last build of a site into an output folder. It ends with a
/// hash of itself: one that is damaged is as good as none.
/// </summary>
internal sealed class LastBuildFile
{
    private const string Version = "sessions-widgets build 1";
    private const string Folder = "builds";

    private readonly string _cache;
    private readonly string _path;

    /// <param name="cache">The folder of <c>--cache</c>.</param>
    /// <param name="options">The options of the build.</param>
    public LastBuildFile(string cache, BuildOptions options)
    {
        _cache = cache;
        var places = ContentHash.Of(Encoding.UTF8.GetBytes($"{RealPath.Of(options.Site)}\n{RealPath.Of(options.Output!)}"));
        Span<byte> name = stackalloc byte[ContentHash.Length];
        places.Write(name);
        // Named as an entry of the cache, which no site publishes.
        _path = Path.Combine(cache, Folder, $"sessions-widgets-{Convert.ToHexStringLower(name)}");
    }

    /// <summary>Reads what is known; null if that is nothing.</summary>
    public LastBuild? Read()
    {
        try
        {
            var bytes = File.ReadAllBytes(_path);
            if (bytes.Length < ContentHash.Length) return null;
            var content = bytes.AsSpan(..^ContentHash.Length);
            if (ContentHash.Of(content) != ContentHash.Read(bytes.AsSpan(content.Length))) return null;
            using var reader = new BinaryReader(new MemoryStream(bytes, 0, content.Length), Encoding.UTF8);
            return reader.ReadString() == Version ? ReadBuild(reader) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes what is known, for the owner of the folder alone.</summary>
    /// <exception cref="ParameterException">The folder cannot be written to.</exception>
    public void Write(LastBuild build)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Version);
            Write(writer, build);
        }

        Span<byte> hash = stackalloc byte[ContentHash.Length];
        ContentHash.Of(content.GetBuffer().AsSpan(0, (int)content.Length)).Write(hash);
        content.Write(hash);
        try
        {
            // A cache checks its folder, and deletes what is very old in it.
            _ = new FolderCache(_cache, TimeProvider.System, isReadOnly: false);
            var folder = new FolderCache(Path.GetDirectoryName(_path)!, TimeProvider.System, isReadOnly: false);
            folder.Set(Path.GetFileName(_path), content.ToArray());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ParameterException("--cache", _cache, $"it must be a folder that can be written to ({e.Message}).");
        }
    }

    private static LastBuild ReadBuild(BinaryReader reader)
    {
        var fingerprint = ReadHash(reader);
        var calls = new List<WidgetCall>();
        var fragments = new Dictionary<WidgetCall, ContentHash>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var call = new WidgetCall(
                reader.ReadString(),
                reader.ReadBoolean() ? reader.ReadString() : null,
                reader.ReadInt32(),
                ReadAll(reader, static r => KeyValuePair.Create(r.ReadString(), r.ReadString())));
            calls.Add(call);
            fragments.Add(call, ReadHash(reader));
        }

        var files = ReadAll(reader, r => ReadFile(r, calls)).ToDictionary(static file => file.Name, StringComparer.Ordinal);
        return new LastBuild(fingerprint, files, fragments);
    }

    private static void Write(BinaryWriter writer, LastBuild build)
    {
        Write(writer, build.Fingerprint);
        var calls = new Dictionary<WidgetCall, int>();
        writer.Write(build.Fragments.Count);
        foreach (var (call, fragment) in build.Fragments)
        {
            calls.Add(call, calls.Count);
            writer.Write(call.Widget);
            writer.Write(call.Business is not null);
            if (call.Business is { } business) writer.Write(business);
            writer.Write(call.Depth);
            WriteAll(writer, call.Parameters, static (w, parameter) =>
            {
                w.Write(parameter.Key);
                w.Write(parameter.Value);
            });
            Write(writer, fragment);
        }

        WriteAll(writer, [.. build.Files.Values], (w, file) => Write(w, file, calls));
    }

    private static BuiltFile ReadFile(BinaryReader reader, List<WidgetCall> calls) =>
        new(reader.ReadString(), reader.ReadBoolean() ? ReadMark(reader) : null, ReadMark(reader))
        {
            Tags = reader.ReadInt32() is var tags and >= 0 ? tags : null,
            Calls = ReadAll(reader, r => calls[r.ReadInt32()]),
            HasChanged = reader.ReadBoolean(),
            Twins = ReadAll(reader, r => ReadFile(r, calls)),
        };

    private static void Write(BinaryWriter writer, BuiltFile file, Dictionary<WidgetCall, int> calls)
    {
        writer.Write(file.Name);
        writer.Write(file.Source is not null);
        if (file.Source is { } source) Write(writer, source);
        Write(writer, file.Output);
        writer.Write(file.Tags ?? -1);
        WriteAll(writer, file.Calls, (w, call) => w.Write(calls[call]));
        writer.Write(file.HasChanged);
        WriteAll(writer, file.Twins, (w, twin) => Write(w, twin, calls));
    }

    private static FileMark ReadMark(BinaryReader reader) => new(
        new FileStamp(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64()),
        reader.ReadBoolean(),
        ReadHash(reader));

    private static void Write(BinaryWriter writer, FileMark mark)
    {
        writer.Write(mark.Stamp.Length);
        writer.Write(mark.Stamp.Modified);
        writer.Write(mark.Stamp.Changed);
        writer.Write(mark.Stamp.Number);
        writer.Write(mark.IsSettled);
        Write(writer, mark.Hash);
    }

    private static ContentHash ReadHash(BinaryReader reader)
    {
        Span<byte> bytes = stackalloc byte[ContentHash.Length];
        reader.BaseStream.ReadExactly(bytes);
        return ContentHash.Read(bytes);
    }

    private static void Write(BinaryWriter writer, ContentHash hash)
    {
        Span<byte> bytes = stackalloc byte[ContentHash.Length];
        hash.Write(bytes);
        writer.Write(bytes);
    }

    private static List<T> ReadAll<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var all = new List<T>();
        for (var left = reader.ReadInt32(); left > 0; left--) all.Add(read(reader));
        return all;
    }

    private static void WriteAll<T>(BinaryWriter writer, IReadOnlyList<T> all, Action<BinaryWriter, T> write)
    {
        writer.Write(all.Count);
        foreach (var item in all) write(writer, item);
    }
}
