// What the build step is measured against: puts ready-made fragments in place of texts that it looks for, and does nothing else.
var (site, output, fragments) = (args[0], args[1], args[2]);
var replacements = Directory.GetFiles(fragments, "*.marker")
    .Select(marker => (Marker: File.ReadAllBytes(marker), Fragment: File.ReadAllBytes(Path.ChangeExtension(marker, ".html"))))
    .ToArray();
foreach (var path in Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories))
{
    var page = File.ReadAllBytes(path);
    var target = Path.Combine(output, Path.GetRelativePath(site, path));
    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
    using var file = File.Create(target);
    var places = replacements
        .Select(r => (At: page.AsSpan().IndexOf(r.Marker), r.Marker, r.Fragment))
        .Where(p => p.At >= 0)
        .OrderBy(p => p.At);
    var done = 0;
    foreach (var (at, marker, fragment) in places)
    {
        file.Write(page.AsSpan(done..at));
        file.Write(fragment);
        done = at + marker.Length;
    }

    file.Write(page.AsSpan(done));
}
