using System.Text.RegularExpressions;

namespace SessionsWidgets.TestSupport;

/// <summary>Listens to a command that runs until it is told to end.</summary>
public static partial class Talk
{
    /// <summary>What it says last before it waits, with the address where it serves a site.</summary>
    private const string IsReady = "Press Ctrl+C to stop.";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Waits until it has said something, on either way.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="heard">Gets what it has said so far.</param>
    /// <param name="more">Gets what ends when it has said more, or has ended.</param>
    /// <param name="hasEnded">Whether it has ended.</param>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    /// <exception cref="TimeoutException">It says nothing any more.</exception>
    public static async Task WaitForAsync(
        string text, Func<(string Output, string Error)> heard, Func<Task> more, Func<bool> hasEnded)
    {
        while (true)
        {
            var next = more();
            var isOver = hasEnded();
            var (output, error) = heard();
            if (output.Contains(text, StringComparison.Ordinal) || error.Contains(text, StringComparison.Ordinal)) return;
            if (isOver) throw new InvalidOperationException($"It ended, and did not say '{text}':\n{output}{error}");
            try
            {
                await next.WaitAsync(Limit);
            }
            catch (TimeoutException e)
            {
                throw new TimeoutException($"It did not say '{text}':\n{output}{error}", e);
            }
        }
    }

    /// <summary>Waits until <c>sessions-widgets serve</c> serves its site.</summary>
    /// <param name="saysAsync">Waits until it has said a text.</param>
    /// <param name="output">Gets what it has said.</param>
    /// <returns>Where.</returns>
    public static async Task<Uri> ServesAsync(Func<string, Task> saysAsync, Func<string> output)
    {
        await saysAsync(IsReady);
        return new Uri(Address().Match(output()).Value);
    }

    [GeneratedRegex(@"http://[0-9.:]+/", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
