using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace SessionsWidgets.TestSupport.Faults;

/// <summary>What visitors are to see while a fault lasts.</summary>
public enum Seen
{
    /// <summary>The last good answer; without one, the fallback.</summary>
    LastGood,

    /// <summary>The answer, which is good in spite of all.</summary>
    NewAnswer,

    /// <summary>The last good answer, which counts as fresh again.</summary>
    StillGood,

    /// <summary>The last good answer for a while; without one, the empty state.</summary>
    LastGoodThenEmpty,

    /// <summary>The empty state at once.</summary>
    Empty,
}

/// <summary>A way to go wrong: the number of its row, what is done, what is to be seen and to be logged.</summary>
public sealed record FaultRow(string Id, string Name, Seen Seen, string? Event)
{
    /// <summary>The endpoint that goes wrong; the others answer well.</summary>
    public FaultEndpoint Endpoint { get; init; }

    /// <summary>Whether one request tells all: it is not sent once more.</summary>
    public bool IsOneRequest { get; init; }

    /// <summary>Answers on the wire.</summary>
    public Func<RawCall, Task>? Answer { get; init; }

    /// <summary>Whether it needs a host name of its own, and TLS.</summary>
    public bool IsOfConnection => Resolve is not null || Dial is not null || Certificate is not null || IsOldTls;

    public Func<IPAddress[]>? Resolve { get; init; }

    public Func<Action, CancellationToken, ValueTask<Stream>>? Dial { get; init; }

    public Func<TestCertificates, X509Certificate2>? Certificate { get; init; }

    public bool IsOldTls { get; init; }

    /// <summary>What the HTTP handler does instead of sending.</summary>
    public Func<Action, Task<HttpResponseMessage>>? Send { get; init; }

    /// <summary>What a handler of the host does to requests before they are sent.</summary>
    public Action<HttpRequestMessage>? Prepare { get; init; }

    /// <summary>More headers of the good answers.</summary>
    public string GoodHeaders { get; init; } = "";

    /// <summary>Whether the good answers before have an ETag.</summary>
    public bool HasValidators { get; init; }

    /// <summary>Whether it stands still until the deadline.</summary>
    public bool Hangs { get; init; }

    /// <summary>Whether it does so after the headers, which the client has read when the test is told.</summary>
    public bool HangsInBody { get; init; }

    public override string ToString() => $"{Id} {Name}";
}
