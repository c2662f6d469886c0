namespace SessionsWidgets.Liquid;

internal enum TokenKind : byte
{
    End,
    Name,
    Integer,
    Float,
    Text,
    Dot,
    Range,
    OpenSquare,
    CloseSquare,
    OpenRound,
    CloseRound,
    Pipe,
    Colon,
    Comma,
    Comparison,
    Other,
}

/// <summary>A token of markup and where it stands in the source.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>Cuts the markup between two positions of a source into tokens, one at a time.</summary>
internal ref struct ExpressionLexer
{
    private readonly ReadOnlySpan<char> _text;
    private int _position;

    public ExpressionLexer(ReadOnlySpan<char> source, int start, int end)
    {
        _text = source[..end];
        _position = start;
        Current = Next();
    }

    public Token Current { get; private set; }

    /// <summary>Where the current token ends, which is where the rest of the markup starts.</summary>
    public readonly int Rest => _position;

    public readonly ReadOnlySpan<char> Text(Token token) => _text[token.Start..token.End];

    public Token Take()
    {
        var token = Current;
        Current = Next();
        return token;
    }

    /// <summary>Whether the token after the current one is of a kind.</summary>
    public readonly bool IsFollowedBy(TokenKind kind)
    {
        var ahead = this;
        return ahead.Next().Kind == kind;
    }

    private Token Next()
    {
        while (_position < _text.Length && Characters.IsWhiteSpace(_text[_position])) _position++;
        if (_position >= _text.Length) return new Token(TokenKind.End, _position, _position);
        var start = _position;
        var kind = Scan(_text[start]);
        return new Token(kind, start, _position);
    }

    private TokenKind Scan(char first)
    {
        if (Characters.IsNameStart(first)) return ScanName();
        if (char.IsAsciiDigit(first) || (first == '-' && char.IsAsciiDigit(Peek(1)))) return ScanNumber();
        if (first is '"' or '\'') return ScanText(first);
        var second = Peek(1);
        var length = (first, second) switch
        {
            ('.', '.') or ('=', '=') or ('!', '=') or ('<', '>') or ('<', '=') or ('>', '=') => 2,
            _ => 1,
        };
        _position += length;
        return first switch
        {
            '.' => length == 2 ? TokenKind.Range : TokenKind.Dot,
            '[' => TokenKind.OpenSquare,
            ']' => TokenKind.CloseSquare,
            '(' => TokenKind.OpenRound,
            ')' => TokenKind.CloseRound,
            '|' => TokenKind.Pipe,
            ':' => TokenKind.Colon,
            ',' => TokenKind.Comma,
            '<' or '>' => TokenKind.Comparison,
            '=' or '!' when length == 2 => TokenKind.Comparison,
            _ => TokenKind.Other,
        };
    }

    private TokenKind ScanName()
    {
        var start = _position;
        while (_position < _text.Length && Characters.IsNamePart(_text[_position])) _position++;
        if (_position < _text.Length && _text[_position] == '?') _position++;
        // After a dot it is a member's name.
        return Current.Kind != TokenKind.Dot && _text[start.._position] is "contains" ? TokenKind.Comparison : TokenKind.Name;
    }

    private TokenKind ScanNumber()
    {
        _position++;
        while (char.IsAsciiDigit(Peek(0))) _position++;
        if (Peek(0) != '.' || !char.IsAsciiDigit(Peek(1))) return TokenKind.Integer;
        _position++;
        while (char.IsAsciiDigit(Peek(0))) _position++;
        return TokenKind.Float;
    }

    private TokenKind ScanText(char quote)
    {
        var length = _text[(_position + 1)..].IndexOf(quote);
        if (length < 0)
        {
            _position = _text.Length;
            return TokenKind.Other;
        }

        _position += length + 2;
        return TokenKind.Text;
    }

    private readonly char Peek(int ahead) => _position + ahead < _text.Length ? _text[_position + ahead] : '\0';
}
