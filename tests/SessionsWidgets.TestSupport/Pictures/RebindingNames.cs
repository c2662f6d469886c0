using System.Net;
using System.Net.Http;

namespace SessionsWidgets.TestSupport.Pictures;

/// <summary>The handler of the library with a resolver of names that gives private addresses, counting connections.</summary>
public sealed class RebindingNames
{
    private static readonly IPAddress[] Private = [IPAddress.Loopback, IPAddress.Parse("10.0.0.1"), IPAddress.Parse("fd00::1")];

    private int _dialed;

    /// <summary>How many connections were opened.</summary>
    public int Dialed => Volatile.Read(ref _dialed);

    public HttpMessageHandler CreateHandler() => SocketsHandlerFactory.CreateUntraced(new(TimeProvider.System, allowPrivate: false)
    {
        Resolve = static (_, _) => Task.FromResult(Private),
        Dial = (_, _) =>
        {
            Interlocked.Increment(ref _dialed);
            throw new InvalidOperationException("It is not to be connected to.");
        },
    });
}
