using System.Security.Cryptography;
using SessionsWidgets.Cli.Build.Again;
using SessionsWidgets.Cli.Build.Output;
using SessionsWidgets.Cli.Build.Pictures;
using SessionsWidgets.Cli.Build.Scan;

namespace SessionsWidgets.Cli.Build;

/// <summary>Builds all files of a site.</summary>
/// <param name="options">The options of the build.</param>
/// <param name="pages">Builds the pages.</param>
/// <param name="widgets">Renders their widgets, and knows the pictures of these.</param>
/// <param name="calendars">The calendars to write; null for none.</param>
/// <param name="messages">Reports what is done, and what is wrong in files.</param>
/// <param name="secrets">What must not be published.</param>
/// <param name="output">The output folder; null if nothing is written.</param>
/// <param name="again">What is known of the last build, and kept for the next; null for nothing.</param>
internal sealed class SiteBuilder(
    BuildOptions options, PageBuilder pages, SiteWidgetRenderer widgets, SiteCalendars? calendars, PageMessages messages,
    SecretFinder secrets, OutputFolder? output, RepeatedBuild? again)
{
    private readonly FileCheck _check = new(secrets);
    private readonly HashLists _hashLists = new(messages.Report);
    private readonly MissingTags _missing = new(PageBuilder.TagText);

    public async Task RunAsync(IReadOnlyList<SiteFile> files, Action fileDone, CancellationToken cancellationToken)
    {
        await Workers.RunAsync(
            files,
            static () => (Page: new PageContent(), Built: new PageContent()),
            async (file, room, stopping) =>
            {
                if (!await TryPassOverAsync(file, stopping)) await BuildAsync(file, room.Page, room.Built, stopping);
                fileDone();
            },
            cancellationToken);
        _missing.Report(messages.Report);
        _hashLists.Report();
        if (calendars is not null) await calendars.WriteAsync(output, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (!files.Any(f => f.Name == options.StylesheetPath)) output?.Write(options.StylesheetPath, BuiltInTemplates.Stylesheet.Span);
        var pictures = widgets.UsedPictures;
        foreach (var picture in pictures) output?.Write(picture.Name!, picture.Bytes.Span);
        messages.Report.AddPictures(pictures.Count);
        output?.Finish();
        // A page that could not be built is still there as it was, with its pictures.
        if (messages.Report.Errors == 0)
        {
            output?.RemoveOthers(
                SitePicture.Folder, SitePicture.IsOwn, [.. files.Select(static f => f.Name), .. pictures.Select(static p => p.Name!)]);
        }
    }

    /// <summary>Leaves a file that would become what it became last time.</summary>
    private async ValueTask<bool> TryPassOverAsync(SiteFile file, CancellationToken cancellationToken)
    {
        if (again is null || await again.FindAgainAsync(file, cancellationToken) is not { } known) return false;
        again.Add(known);
        for (var files = 1 + known.Twins.Count; files > 0; files--) output?.PassOver();
        if (known.Tags is not { } tags)
        {
            AddOtherFile(file);
            return true;
        }

        messages.Report.AddPage(tags);
        if (tags > 0) _missing.SeeTag();
        if (known.HasChanged) _hashLists.AddChanged(file);
        foreach (var twin in file.Twins) AddOtherFile(twin);
        return true;

        void AddOtherFile(SiteFile other)
        {
            messages.Report.AddOtherFile();
            _hashLists.Add(other);
        }
    }

    private async ValueTask BuildAsync(SiteFile file, PageContent page, PageContent built, CancellationToken cancellationToken)
    {
        var part = messages.For(messages.Report.CreatePart());
        var known = file.IsPage ? await BuildPageAsync(file, page, built, part, cancellationToken) : Copy(file, part);
        // What there is to say of a file is said each time: so it is built each time.
        if (known is not null && !part.Report.HasMessages) again?.Add(known);
        messages.Report.Include(part.Report);
    }

    private async ValueTask<BuiltFile?> BuildPageAsync(
        SiteFile file, PageContent page, PageContent built, PageMessages part, CancellationToken cancellationToken)
    {
        var begun = again is null ? null : FileMark.Begin(file.Path);
        if (!_check.TryReadPage(file, page, part)) return null;
        if (PageBuilder.Read(file, page.Written, part) is not { } source) return null;
        _missing.See(file.Name, page.Written.Span, source.Found);
        if (await pages.BuildAsync(source, built, part, cancellationToken) is not { } result) return null;
        output?.Write(file.Name, result.Content.Span);
        var hasChanged = !result.Content.Equals(page.Written);
        if (hasChanged) _hashLists.AddChanged(file);
        var twins = file.Twins.Select(twin => hasChanged ? Compress(twin, result.Content.Span, part) : Copy(twin, part)).ToList();
        if (again is null || begun is null || twins.Contains(null) || _missing.IsToldBy(page.Written.Span, source.Found)) return null;
        var mark = begun.Value with { Hash = ContentHash.Of(page.Written.Span) };
        return new BuiltFile(file.Name, mark, OutputOf(hasChanged ? ContentHash.Of(result.Content.Span) : mark.Hash))
        {
            Tags = source.Found.Tags.Count,
            Calls = again.Add(file, result.Tags),
            HasChanged = hasChanged,
            Twins = [.. twins.OfType<BuiltFile>()],
        };
    }

    private BuiltFile? Compress(SiteFile twin, ReadOnlySpan<byte> page, PageMessages part)
    {
        if (CompressedTwins.Compress(twin, page) is not { } compressed)
        {
            part.Report.AddShared(
                twin.Name, "compressed copies that hold pages without their widgets are left out: compress the output instead");
            return null;
        }

        part.Report.AddOtherFile();
        output?.Write(twin.Name, compressed);
        return again is null ? null : new BuiltFile(twin.Name, null, OutputOf(ContentHash.Of(compressed)));
    }

    private BuiltFile? Copy(SiteFile file, PageMessages part)
    {
        var begun = again is null ? null : FileMark.Begin(file.Path);
        using var hash = again is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (!_check.TryScan(file, part, hash)) return null;
        _hashLists.Add(file);
        if (!FileCheck.TryRead(file, part, () => output?.Copy(file.Name, file.Path))) return null;
        part.Report.AddOtherFile();
        if (begun is null) return null;
        var mark = begun.Value with { Hash = ContentHash.Of(hash!) };
        return new BuiltFile(file.Name, mark, OutputOf(mark.Hash));
    }

    /// <summary>What a file of the output is known by; the stamp comes when it is in its place.</summary>
    private static FileMark OutputOf(ContentHash hash) => new(default, IsSettled: false, hash);
}
