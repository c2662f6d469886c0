using System.Security.Cryptography;
using SessionsWidgets.Cli.Build.Html;
using SessionsWidgets.Cli.Build.Scan;

namespace SessionsWidgets.Cli.Build;

/// <summary>Reads the files of a site, and checks that they may be published. Thread-safe.</summary>
/// <param name="secrets">What must not be published.</param>
internal sealed class FileCheck(SecretFinder secrets)
{
    private readonly TextScan _scan = new(secrets, PageBuilder.TagText);

    /// <summary>Reads a page; reports why it cannot be published.</summary>
    public bool TryReadPage(SiteFile file, PageContent page, PageMessages messages)
    {
        if (!TryRead(file, messages, () => page.Read(file.Path))) return false;
        if (secrets.Find(page.Written.Span) is not var (position, setting)) return true;
        messages.Report.AddPage(0);
        var problem = new PageProblem(position, SecretFinder.MessageOf(setting), IsError: true);
        messages.Add(file, page.Written.Span, problem, PageEncoding.Detect(page.Written.Span));
        return false;
    }

    /// <summary>Looks through a file that is no page; reports why it cannot be published.</summary>
    /// <param name="file">The file.</param>
    /// <param name="messages">Reports it.</param>
    /// <param name="hash">Receives the content; null for nothing.</param>
    public bool TryScan(SiteFile file, PageMessages messages, IncrementalHash? hash = null)
    {
        TextFindings findings = default;
        if (!TryRead(file, messages, () => findings = _scan.Read(file.Path, hash))) return false;
        if (findings.Secret is var (at, setting))
        {
            var (line, column) = TextScan.PlaceOf(file.Path, at);
            messages.AddError(file, line, column, SecretFinder.MessageOf(setting));
            return false;
        }

        if (findings.Tag is var (position, name)) WarnOfTag(file, position, name, messages.Report);
        return true;
    }

    /// <summary>Reads a file of the site; reports it if it cannot be read.</summary>
    public static bool TryRead(SiteFile file, PageMessages messages, Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException && !File.Exists(file.Path))
        {
            messages.Report.AddShared(file.Name, "files that vanished while the site was built are left out");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !CanRead(file))
        {
            messages.AddError(file, $"the file cannot be read ({e.Message}): make it readable, or move it out of the site.");
        }

        return false;
    }

    private static void WarnOfTag(SiteFile file, long position, string name, BuildReport report)
    {
        var (line, column) = TextScan.PlaceOf(file.Path, position);
        var extension = Path.GetExtension(file.Name);
        var pattern = extension.Length == 0 ? file.Name : $"*{extension}";
        report.AddSharedAt(
            file.Name,
            line,
            column,
            $"<{name}> is in a file that is not a page, and is left unchanged there. If the file is a page, give --include \"{pattern}\". "
            + "If it is a feed or a search index, keep widgets out of the text that your generator puts into it.");
    }

    /// <summary>Whether a failure is not that of the file, but of the output.</summary>
    private static bool CanRead(SiteFile file)
    {
        try
        {
            using var opened = File.OpenHandle(file.Path);
            return RandomAccess.Read(opened, new byte[1], 0) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
