using System.CommandLine;
using System.Globalization;

namespace SessionsWidgets.Cli.Serve;

/// <summary>The options of commands that show something in the browser.</summary>
/// <param name="shown">What they show.</param>
internal sealed class ListenOptions(string shown)
{
    private readonly Option<string?> _port = new("--port")
    {
        Description = "The port. Default: a free one.", HelpName = "NUMBER",
    };

    private readonly Option<bool> _open = new("--open") { Description = $"Open {shown} in the browser." };

    public IEnumerable<Option> All => [_port, _open];

    /// <summary>Whether to open the browser.</summary>
    public bool OpensBrowser(ParseResult parsed) => parsed.GetValue(_open);

    /// <returns>The port; 0 for a free one.</returns>
    /// <exception cref="ParameterException">It is no port.</exception>
    public int ReadPort(ParseResult parsed)
    {
        var text = parsed.GetValue(_port);
        if (text is null) return 0;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= ushort.MaxValue
            ? port
            : throw new ParameterException(_port.Name, text, "it must be a whole number from 1 to 65535; leave it out for a free port.");
    }
}
