using System.Buffers;

namespace SessionsWidgets.Cli.Build;

/// <summary>Builds a site: every file of it into the output folder, pages with their widgets in them.</summary>
internal sealed class SiteBuilder(BuildOptions options, PageBuilder pages, OutputFolder output, BuildReport report)
{
    /// <summary>How many files are worked on at a time: more than there are processors, as some wait for answers.</summary>
    private static readonly int Parallelism = Math.Max(8, Environment.ProcessorCount);

    public async Task RunAsync(IReadOnlyList<SiteFile> files, Action fileDone, CancellationToken cancellationToken)
    {
        if (!options.IsDryRun) output.Mark();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files, parallel, async (file, token) =>
        {
            if (file.IsPage) await BuildPageAsync(file, token);
            else Copy(file);
            fileDone();
        });
        if (!options.IsDryRun && !files.Any(f => f.Name == options.StylesheetPath)) output.Write(options.StylesheetPath, [BuiltInTemplates.Stylesheet]);
    }

    private async ValueTask BuildPageAsync(SiteFile file, CancellationToken cancellationToken)
    {
        var buffer = Read(file.Path, out var length);
        try
        {
            var parts = await pages.BuildAsync(file, buffer.AsMemory(0, length), cancellationToken);
            if (parts is not null && !options.IsDryRun) output.Write(file.Name, parts);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Copy(SiteFile file)
    {
        report.AddOtherFile();
        if (!options.IsDryRun) output.Copy(file.Name, file.Path);
    }

    private static byte[] Read(string path, out int length)
    {
        using var file = File.OpenHandle(path);
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(RandomAccess.GetLength(file) + 1, Array.MaxLength));
        length = 0;
        while (RandomAccess.Read(file, buffer.AsSpan(length), length) is var read and > 0)
        {
            length += read;
            if (length < buffer.Length) continue;
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer;
    }
}
