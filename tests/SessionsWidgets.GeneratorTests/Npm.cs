using System.Runtime.InteropServices;
using System.Text.Json;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.GeneratorTests;

/// <summary>Installs the packages of a site.</summary>
internal static class Npm
{
    /// <summary>The Node.js for a site whose generator does not take the machine's: Astro takes 20.3 or later, Debian 12 has 18.</summary>
    private const string Node = "20.19.5";

    private const string Quietly = "--ignore-scripts --no-audit --no-fund --prefer-offline --no-update-notifier";

    public static async Task InstallAsync(string folder, CancellationToken deadline)
    {
        InstalledPrograms.Require("node", "npm");
        (await Shell.RunAsync(folder, $"npm ci {Quietly}", [], deadline)).OrThrow("npm ci");
        var version = Version.Parse((await Shell.RunAsync(folder, "node --version", [], deadline)).OrThrow("node").OutputText.Trim()[1..]);
        if (version >= new Version(20, 3) || !NeedsNewerNode(folder)) return;
#pragma warning disable CA1308 // npm's names of processors are lower case.
        var processor = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
#pragma warning restore CA1308
        // Scripts of packages run the node of the site's own packages before the machine's.
        (await Shell.RunAsync(folder, $"npm install --no-save --no-package-lock {Quietly} node-linux-{processor}@{Node}", [], deadline))
            .OrThrow("npm install node");
    }

    private static bool NeedsNewerNode(string folder)
    {
        using var site = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "package.json")));
        return site.RootElement.GetProperty("dependencies").TryGetProperty("astro", out _);
    }
}
