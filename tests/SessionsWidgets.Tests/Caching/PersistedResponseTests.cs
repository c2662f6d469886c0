namespace SessionsWidgets.Tests.Caching;

public sealed class PersistedResponseTests
{
    private static readonly PersistedResponse Response =
        new(new DateTimeOffset(2026, 7, 18, 23, 30, 0, TimeSpan.Zero), [[1, 2, 3], [], [4]], CacheValidators.Of("\"v1\"", null))
    {
        ValidUntil = new DateTimeOffset(2026, 7, 19, 4, 0, 0, TimeSpan.Zero),
        Stamp = new InvalidationStamp(1, ulong.MaxValue, 3),
    };

    [Fact]
    public void Read_WhatWasWritten_GivesItBack()
    {
        var read = PersistedResponse.Read(Response.Write()).ShouldNotBeNull();
        read.FetchedAt.ShouldBe(Response.FetchedAt);
        read.Bodies.ShouldBe(Response.Bodies);
        read.Validators.ShouldBe(Response.Validators);
        read.ValidUntil.ShouldBe(Response.ValidUntil);
        read.Stamp.ShouldBe(Response.Stamp);
    }

    [Fact]
    public void Read_AnyByteChangedOrMissing_IsAMiss()
    {
        var bytes = Response.Write();
        for (var i = 0; i < bytes.Length; i++)
        {
            PersistedResponse.Read(bytes.AsSpan(0, i)).ShouldBeNull();
            bytes[i] ^= 0x10;
            PersistedResponse.Read(bytes).ShouldBeNull();
            bytes[i] ^= 0x10;
        }

        PersistedResponse.Read([.. bytes, 0]).ShouldBeNull();
    }
}
