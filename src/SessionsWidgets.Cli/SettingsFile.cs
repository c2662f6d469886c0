using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace SessionsWidgets.Cli;

/// <summary>Reads the configuration file and locates errors in it.</summary>
internal static class SettingsFile
{
    /// <exception cref="ParameterException">It cannot be read, is not JSON, or lacks the section.</exception>
    public static IConfiguration Read(string path, string section)
    {
        try
        {
            var json = File.ReadAllBytes(path);
            using var stream = new MemoryStream(json);
            try
            {
                var file = new ConfigurationBuilder().AddJsonStream(stream).Build();
                Check(path, file, section);
                return file;
            }
            catch (JsonException e)
            {
                throw Wrong(path, JsonErrorLocation.Of(e, json), $"it must be JSON: {JsonErrorLocation.Reason(e)}");
            }
        }
        catch (FormatException e)
        {
            throw Wrong(path, "", e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong(path, "", $"it cannot be read: {e.Message}");
        }
    }

    /// <summary>Settings outside the section would be ignored.</summary>
    private static void Check(string path, IConfiguration file, string section)
    {
        if (file.GetSection(section).Value is { Length: > 0 } text)
            throw Wrong(path, "", $"{section} is '{text}', and it must be an object of settings.");
        // A misspelled section beside the right one would be ignored, too.
        var keys = file.GetChildren().Select(c => c.Key).ToList();
        if (keys.Find(key => IsMisspelt(key, section)) is { } misspelt)
            throw Wrong(path, "", $"it has a section '{misspelt}'.{DidYouMean.Sentence(misspelt, [section])}");
        if (keys.Count > 0 && !keys.Contains(section, StringComparer.OrdinalIgnoreCase))
            throw Wrong(path, "", $"it has '{keys[0]}' and no '{section}': put the settings into {{ \"{section}\": {{ … }} }}.");
    }

    private static bool IsMisspelt(string key, string section) =>
        !key.Equals(section, StringComparison.OrdinalIgnoreCase) && DidYouMean.Sentence(key, [section]).Length > 0;

    private static ParameterException Wrong(string path, string place, string message) => new("--config", $"{path}{place}: {message}");
}
