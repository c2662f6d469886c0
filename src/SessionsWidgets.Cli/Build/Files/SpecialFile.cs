using System.Formats.Tar;

namespace SessionsWidgets.Cli.Build;

/// <summary>Recognizes pipes, sockets and devices. Opening one can wait forever.</summary>
internal static class SpecialFile
{
    /// <summary>Whether a file that exists is something else than a regular one.</summary>
    /// <param name="file">The file. Links are followed.</param>
    public static bool Is(FileInfo file)
    {
        // Special files have no length. Of what .NET offers, only the writer of archives tells them from empty files.
        if (file.Length > 0 || OperatingSystem.IsWindows()) return false;
        using var archive = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(archive, leaveOpen: true)) writer.WriteEntry(file.FullName, "file");
        }
        catch (IOException) when (file.Exists)
        {
            // A socket, which archives cannot hold.
            return true;
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile);
    }
}
