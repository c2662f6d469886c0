using System.Buffers;
using System.Text;

namespace SessionsWidgets.Tests.Templates;

/// <summary>Text of every length, with every kind of character at every place, is encoded as character by character.</summary>
public class EncoderTests
{
    private const int MaxLength = 70;

    private static readonly string[] Characters = ["&", "<", ">", "\"", "'", "é", "ع", "漢", "\uef00", "😀", "\ud800", "\ufdd1", "\0", "~"];

    private static readonly CompiledTemplate Text = Render.Compile("[{{ v }}]");
    private static readonly CompiledTemplate Attribute = Render.Compile("<b title=\"{{ v }}\">");

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
        var limited = new Dictionary<int, CompiledTemplate>();
        CompiledTemplate Upto(int bytes) => limited.TryGetValue(bytes, out var known) ? known : limited[bytes] = Limited(bytes);
        for (var i = 0; i < Characters.Length; i++)
        {
            for (var length = 0; length <= MaxLength; length++)
            {
                var text = new string('a', length / 2) + Characters[i] + new string('z', length - (length / 2));
                var expected = $"[{Encoded(text)}]";
                var size = Encoding.UTF8.GetByteCount(expected);
                Output(Upto(size), text, new SmallWindows(1)).ShouldBe(expected);
                Should.Throw<TemplateException>(() => Output(Upto(size - 1), text, new SmallWindows(1)))
                    .Errors[0].Kind.ShouldBe(TemplateErrorKind.Limit);
            }
        }
    }

    [Fact]
    public void Render_StaticTextOfAnyLength_StaysInItsWindow()
    {
        for (var length = 0; length < 300; length++)
        {
            var text = new string('s', length);
            var template = Render.Compile($"{text}{{{{ v }}}}{text}{{% if v %}}{text}{{% endif %}}");
            Output(template, "é", new SmallWindows(1)).ShouldBe($"{text}é{text}{text}");
        }
    }

    private static CompiledTemplate Limited(int bytes) =>
        Render.Compile("[{{ v }}]", engine: Render.Engine(limits: new TemplateLimits { OutputBytes = bytes }));

    private static void Check(string text)
    {
        var expected = Encoded(text);
        Output(Text, text, new SmallWindows(1)).ShouldBe($"[{expected}]");
        Output(Attribute, text, new SmallWindows(1)).ShouldBe($"<b title=\"{expected}\">");
    }

    private static string Output(CompiledTemplate template, string text, SmallWindows output)
    {
        var task = template.RenderAsync(output, Render.Map(("v", text)), Render.Run(), CancellationToken.None).AsTask();
        task.IsCompleted.ShouldBeTrue();
        task.GetAwaiter().GetResult();
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
