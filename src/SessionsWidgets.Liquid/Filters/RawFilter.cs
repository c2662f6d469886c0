namespace SessionsWidgets.Liquid;

/// <summary><c>raw</c>: writes a value without encoding it. The compiler sees to that; a value that goes on is marked as HTML.</summary>
internal sealed class RawFilter : ILiquidFilter
{
    public static readonly RawFilter Instance = new();

    public string Name => "raw";

    public LiquidParameters Parameters => default;

    public LiquidValue Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context) => input.Kind switch
    {
        ValueKind.String => LiquidValue.FromHtml(input.String),
        ValueKind.Utf8 => new LiquidValue(ScalarShape.HtmlUtf8, input.Ref, input.Bits),
        _ => input,
    };
}
