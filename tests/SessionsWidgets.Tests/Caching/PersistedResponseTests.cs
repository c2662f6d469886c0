namespace SessionsWidgets.Tests.Caching;

public sealed class PersistedResponseTests
{
    private static readonly PersistedResponse Kept =
        new(new DateTimeOffset(2026, 7, 18, 23, 30, 0, TimeSpan.Zero), [[1, 2, 3], [], [4]], new Validators("\"v1\"", null))
    {
        AnswersUntil = new DateTimeOffset(2026, 7, 19, 4, 0, 0, TimeSpan.Zero),
        Generation = new InvalidationStamp(1, ulong.MaxValue, 3),
    };

    [Fact]
    public void Read_WhatWasWritten_GivesItBack()
    {
        var read = PersistedResponse.Read(Kept.Write()).ShouldNotBeNull();
        read.FetchedAt.ShouldBe(Kept.FetchedAt);
        read.Answers.ShouldBe(Kept.Answers);
        read.Validators.ShouldBe(Kept.Validators);
        read.AnswersUntil.ShouldBe(Kept.AnswersUntil);
        read.Generation.ShouldBe(Kept.Generation);
    }

    [Fact]
    public void Read_AnyByteChangedOrMissing_IsAMiss()
    {
        var bytes = Kept.Write();
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
