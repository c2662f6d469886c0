using System.Globalization;
using System.Text;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Encodes unsupported characters as numeric character references: <c>&amp;#8212;</c>.</summary>
internal sealed class NumericReferenceFallback : EncoderFallback
{
    // The longest is &#1114111;
    public override int MaxCharCount => 10;

    public override EncoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : EncoderFallbackBuffer
    {
        private string _text = "";
        private int _next;

        public override int Remaining => _text.Length - _next;

        public override bool Fallback(char charUnknown, int index) => Start(charUnknown);

        public override bool Fallback(char charUnknownHigh, char charUnknownLow, int index) =>
            Start(char.ConvertToUtf32(charUnknownHigh, charUnknownLow));

        public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0) return false;
            _next--;
            return true;
        }

        public override void Reset()
        {
            _text = "";
            _next = 0;
        }

        private bool Start(int codePoint)
        {
            _text = string.Create(CultureInfo.InvariantCulture, $"&#{codePoint};");
            _next = 0;
            return true;
        }
    }
}
