namespace SessionsWidgets.NativeTests;

[Collection(nameof(NativePrograms))]
public sealed class PublishTests(NativePrograms programs)
{
    private static readonly string[] OfFluid =
        ["IL2104: Assembly 'Fluid' produced trim warnings", "IL3053: Assembly 'Fluid' produced AOT analysis warnings"];

    [Fact]
    public void Publish_CommandLine_WarnsOfFluidAlone() => programs.CommandLine.Warnings.ShouldBe(OfFluid);

    [Fact]
    public void Publish_MinimalApi_WarnsOfFluidAlone() => programs.Api.Warnings.ShouldBe(OfFluid);
}
