using System.Buffers;
using System.Text;

namespace SessionsWidgets.Liquid.Tests;

/// <summary>Text of every length, with every kind of character at every place, is encoded as character by character.</summary>
public class EncoderTests
{
    private const int MaxLength = 70;

    private static readonly string[] Characters = ["&", "<", ">", "\"", "'", "é", "ع", "漢", "\uef00", "😀", "\ud800", "\ufdd1", "\0", "~"];

    private static readonly LiquidTemplate Text = LiquidTemplate.Parse("[{{ v }}]", "text", new LiquidOptions());
    private static readonly LiquidTemplate Utf8 = LiquidTemplate.Parse("[{{ v | copy }}]", "utf8", new LiquidOptions { Filters = [new CopyFilter()] });
    private static readonly LiquidTemplate Attribute = LiquidTemplate.Parse("<b title=\"{{ v }}\">", "attribute", new LiquidOptions());

    /// <summary>Their numbers: not every character can stand in the name of a test.</summary>
    public static TheoryData<int> Kinds => [.. Enumerable.Range(0, Characters.Length)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Render_OneCharacterAnywhereInPlainText_IsEncodedByItself(int kind)
    {
        var character = Characters[kind];
        for (var length = 0; length <= MaxLength; length++)
        {
            for (var at = 0; at <= length; at++)
                Check(new string('a', at) + character + new string('z', length - at));
        }
    }

    [Fact]
    public void Render_ALongTextOfEverything_IsTheSameInWindowsOfAnySize()
    {
        var text = string.Concat(Enumerable.Range(0, 3000).Select(i => Characters[i % 13] + new string('x', i % 37)));
        for (var window = 1; window < 300; window += 23) Output(Text, text, new SmallWindows(window)).ShouldBe($"[{Encoded(text)}]");
    }

    /// <summary>What fits exactly is written, though rooms are asked for that are larger than what they take.</summary>
    [Fact]
    public void Render_UpToTheLimitOfTheOutput_IsWhole()
    {
        for (var i = 0; i < Characters.Length; i++)
        {
            for (var length = 0; length <= MaxLength; length++)
            {
                var text = new string('a', length / 2) + Characters[i] + new string('z', length - (length / 2));
                var expected = $"[{Encoded(text)}]";
                var size = Encoding.UTF8.GetByteCount(expected);
                Output(Limited(size), text, new SmallWindows(1)).ShouldBe(expected);
                Should.Throw<LiquidException>(() => Output(Limited(size - 1), text, new SmallWindows(1))).Error.Kind.ShouldBe(LiquidErrorKind.Limit);
            }
        }
    }

    [Fact]
    public void Render_StaticTextOfAnyLength_StaysInItsWindow()
    {
        for (var length = 0; length < 300; length++)
        {
            var text = new string('s', length);
            var template = LiquidTemplate.Parse($"{text}{{{{ v }}}}{text}{{% if v %}}{text}{{% endif %}}", "static", new LiquidOptions());
            Output(template, "é", new SmallWindows(1)).ShouldBe($"{text}é{text}{text}");
        }
    }

    private static LiquidTemplate Limited(int bytes) =>
        LiquidTemplate.Parse("[{{ v }}]", "limited", new LiquidOptions { Limits = new LiquidLimits { OutputBytes = bytes } });

    private static void Check(string text)
    {
        var expected = Encoded(text);
        Output(Text, text, new SmallWindows(1)).ShouldBe($"[{expected}]");
        Output(Utf8, text, new SmallWindows(1)).ShouldBe($"[{expected}]");
        Output(Attribute, text, new SmallWindows(1)).ShouldBe($"<b title=\"{expected}\">");
    }

    private static string Output(LiquidTemplate template, string text, SmallWindows output)
    {
        template.Render(output, Render.Map(("v", text)), Settings.Standard);
        return Encoding.UTF8.GetString(output.Written);
    }

    private static string Encoded(string text) => string.Concat(text.EnumerateRunes().Select(static rune => rune.Value switch
    {
        '&' => "&amp;",
        '<' or 0xFDD1 => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => rune.ToString(),
    }));

    /// <summary>Makes UTF-8 of a text.</summary>
    private sealed class CopyFilter : ILiquidFilter
    {
        public string Name => "copy";

        public LiquidParameters Parameters => default;

        public LiquidValue Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context) => context.Text(input.ToString());
    }

    /// <summary>Hands out windows no larger than they must be, and checks that nobody writes behind them.</summary>
    private sealed class SmallWindows(int least) : IBufferWriter<byte>
    {
        private const byte Mark = 0xA5;
        private const int Margin = 80;

        private readonly ArrayBufferWriter<byte> _written = new();
        private byte[] _window = [];
        private int _size;

        public ReadOnlySpan<byte> Written => _written.WrittenSpan;

        public void Advance(int count)
        {
            count.ShouldBeLessThanOrEqualTo(_size);
            _window.AsSpan(_size).IndexOfAnyExcept(Mark).ShouldBe(-1);
            _written.Write(_window.AsSpan(0, count));
        }

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            _size = Math.Max(least, sizeHint);
            _window = new byte[_size + Margin];
            Array.Fill(_window, Mark);
            return _window.AsMemory(0, _size);
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
