using System.Runtime.CompilerServices;

namespace SessionsWidgets.TestSupport;

/// <summary>Compares a text with the verified one next to the test: <c>Class.Method_name.verified.html</c>; what differs is written as
/// <c>.received.html</c>.</summary>
public static class Snapshot
{
    public static void Verify(
        string actual, string name, string extension = "html", [CallerFilePath] string testFile = "", [CallerMemberName] string method = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(testFile)!, $"{Path.GetFileNameWithoutExtension(testFile)}.{method}_{name}");
        var verified = $"{stem}.verified.{extension}";
        var received = $"{stem}.received.{extension}";
        var text = actual.ReplaceLineEndings("\n");
        if (File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        throw new InvalidOperationException(
            $"{Path.GetFileName(received)} differs from the verified text. Look at it; if it is right, rename it to "
            + $".verified.{extension}.");
    }
}
