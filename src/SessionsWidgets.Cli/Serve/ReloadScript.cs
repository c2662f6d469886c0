using System.Net;
using System.Text;
using SessionsWidgets.Cli.Build.Html;

namespace SessionsWidgets.Cli.Serve;

/// <summary>The script that lets a page in the browser follow what changes: in what the server answers, never in a built page.</summary>
internal static class ReloadScript
{
    /// <summary>The folder of what is the server's own: no file of a site can have that name.</summary>
    public const string Folder = "/.sessions-widgets/";

    public const string Path = Folder + "reload.js";

    public const string EventsPath = Folder + "events";

    /// <summary>
    /// A page that nobody sees holds no connection: browsers have six for a site, in all tabs together. When it is seen again, it asks
    /// whether it is still the same.
    /// </summary>
    public static ReadOnlyMemory<byte> Text { get; } = """
        (() => {
          const script = document.currentScript;
          const address = new URL(script.dataset.events, script.src);
          let events = null;
          const follow = () => {
            if (document.visibilityState === "hidden") {
              events?.close();
              events = null;
            } else if (!events) {
              events = new EventSource(address);
              events.onmessage = () => location.reload();
            }
          };
          document.addEventListener("visibilitychange", follow);
          addEventListener("pagehide", () => { events?.close(); events = null; });
          addEventListener("pageshow", follow);
          follow();
        })();
        """u8.ToArray();

    /// <summary>Puts the script into a page: at the start of its head, or at its end if it has none.</summary>
    /// <param name="page">The page.</param>
    /// <param name="origin">The address of the server, as the browser knows it.</param>
    /// <param name="path">The path of the page.</param>
    /// <param name="stamp">What the page looks like.</param>
    public static byte[] PutInto(ReadOnlySpan<byte> page, string origin, string path, string stamp)
    {
        var position = page.Length;
        for (var scanner = new TagScanner(page); scanner.MoveNext();)
        {
            var tag = scanner.Current;
            if (tag.IsEndTag || tag.Name == TagName.Html) continue;
            if (tag.Name == TagName.Head) position = tag.End;
            // A head may be left out, but what comes first then decides where things stand: the end is as good for all of them.
            break;
        }

        var script = Encoding.ASCII.GetBytes(Element(origin, path, stamp));
        return [.. page[..position], .. script, .. page[position..]];
    }

    /// <summary>The element, in ASCII, so that it is the same in the encoding of any page.</summary>
    public static string Element(string origin, string path, string stamp)
    {
        var events = $"{EventsPath}?path={Uri.EscapeDataString(path)}&stamp={Uri.EscapeDataString(stamp)}";
        return $"<script src=\"{WebUtility.HtmlEncode(origin + Path)}\" data-events=\"{WebUtility.HtmlEncode(events)}\" "
            + "defer=\"\"></script>";
    }
}
