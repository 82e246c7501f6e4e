using System.Globalization;
using System.Text;

namespace SoraFunctions.Bicep.Tests.Language;

/// <summary>Cuts a text into tokens. Comments vanish; ends of lines stay, since they separate declarations, properties and items.</summary>
internal sealed class Tokenizer
{
    private static readonly string[] _signs =
    [
        "...", "::", "=>", "==", "!=", "=~", "!~", "<=", ">=", "&&", "||", "??", ".?", "[?",
        "{", "}", "[", "]", "(", ")", ",", ":", ".", "=", "?", "!", "<", ">", "+", "-", "*", "/", "%", "|", "@", "#",
    ];

    private readonly string _text;
    private int _next;
    private int _line = 1;
    private int _lineStart;

    private Tokenizer(string text) => _text = text;

    private Position Here => new(_line, _next - _lineStart + 1);

    /// <summary>All tokens of a text, the last one its end.</summary>
    /// <exception cref="SyntaxException">A sign or a text is none of the language.</exception>
    public static IReadOnlyList<Token> Cut(string text)
    {
        var tokenizer = new Tokenizer(text);
        var tokens = new List<Token>();
        while (tokenizer._next < text.Length)
        {
            tokenizer.Step(tokens);
        }

        tokens.Add(new Token(TokenKind.End, "", tokenizer.Here));
        return tokens;
    }

    private void Step(List<Token> tokens)
    {
        var at = Here;
        var letter = _text[_next];
        if (letter == '\n')
        {
            _next++;
            _line++;
            _lineStart = _next;
            tokens.Add(new Token(TokenKind.NewLine, "\n", at));
        }
        else if (letter is ' ' or '\t' or '\r')
        {
            _next++;
        }
        else if (Sees("//"))
        {
            while (_next < _text.Length && _text[_next] != '\n')
            {
                _next++;
            }
        }
        else if (Sees("/*"))
        {
            SkipBlock(at);
        }
        else if (Sees("'''"))
        {
            tokens.Add(LongText(at));
        }
        else if (letter == '\'')
        {
            tokens.Add(ShortText(at));
        }
        else if (char.IsAsciiDigit(letter))
        {
            tokens.Add(new Token(TokenKind.Number, Run(char.IsAsciiDigit), at));
        }
        else if (char.IsAsciiLetter(letter) || letter == '_')
        {
            tokens.Add(new Token(TokenKind.Name, Run(c => char.IsAsciiLetterOrDigit(c) || c == '_'), at));
        }
        else if (_signs.FirstOrDefault(Sees) is { } sign)
        {
            // [? belongs together only before an index, where it can't be confused: a list never begins with a question mark.
            _next += sign.Length;
            tokens.Add(new Token(TokenKind.Sign, sign, at));
        }
        else
        {
            throw new SyntaxException(at, $"'{letter}' is no sign of the language");
        }
    }

    private bool Sees(string sign) => string.CompareOrdinal(_text, _next, sign, 0, sign.Length) == 0;

    private string Run(Func<char, bool> belongs)
    {
        var start = _next;
        while (_next < _text.Length && belongs(_text[_next]))
        {
            _next++;
        }

        return _text[start.._next];
    }

    private void SkipBlock(Position at)
    {
        for (_next += 2; !Sees("*/"); _next++)
        {
            if (_next >= _text.Length)
            {
                throw new SyntaxException(at, "the comment does not end");
            }

            CountLine();
        }

        _next += 2;
    }

    private void CountLine()
    {
        if (_text[_next] == '\n')
        {
            _line++;
            _lineStart = _next + 1;
        }
    }

    /// <summary>Between three quotes everything stands for itself; a line's end right after the first three does not count.</summary>
    private Token LongText(Position at)
    {
        _next += 3;
        var start = _next;
        while (!Sees("'''"))
        {
            if (_next >= _text.Length)
            {
                throw new SyntaxException(at, "the text does not end");
            }

            CountLine();
            _next++;
        }

        while (_next + 3 < _text.Length && _text[_next + 3] == '\'')
        {
            _next++;
        }

        var letters = _text[start.._next];
        _next += 3;
        return new Token(TokenKind.Text, "", at, [new TextPart(letters.StartsWith('\n') ? letters[1..] : letters, null)]);
    }

    private Token ShortText(Position at)
    {
        _next++;
        var parts = new List<TextPart>();
        var letters = new StringBuilder();
        while (true)
        {
            if (_next >= _text.Length || _text[_next] == '\n')
            {
                throw new SyntaxException(at, "the text does not end on its line");
            }

            if (_text[_next] == '\'')
            {
                _next++;
                parts.Add(new TextPart(letters.ToString(), null));
                return new Token(TokenKind.Text, "", at, parts);
            }

            if (_text[_next] == '\\')
            {
                letters.Append(Escape());
            }
            else if (Sees("${"))
            {
                parts.Add(new TextPart(letters.ToString(), null));
                letters.Clear();
                parts.Add(new TextPart(null, Inner()));
            }
            else
            {
                letters.Append(_text[_next++]);
            }
        }
    }

    private string Escape()
    {
        var at = Here;
        _next += 2;
        var sign = _next <= _text.Length ? _text[_next - 1] : '\n';
        switch (sign)
        {
            case '\'' or '\\' or '$':
                return sign.ToString();
            case 'n':
                return "\n";
            case 'r':
                return "\r";
            case 't':
                return "\t";
            case 'u' when _next < _text.Length && _text[_next] == '{':
                _next++;
                var digits = Run(char.IsAsciiHexDigit);
                if (digits.Length is > 0 and <= 6
                    && int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var code
                    && Rune.IsValid(code)
                    && _next < _text.Length
                    && _text[_next] == '}')
                {
                    _next++;
                    return char.ConvertFromUtf32(code);
                }

                goto default;
            default:
                throw new SyntaxException(at, "after '\\' comes one of ' \\ $ n r t u{hex}");
        }
    }

    private List<Token> Inner()
    {
        var at = Here;
        _next += 2;
        var tokens = new List<Token>();
        for (var depth = 0; ;)
        {
            if (_next >= _text.Length || _text[_next] == '\n')
            {
                throw new SyntaxException(at, "'${' is not closed on its line");
            }

            if (_text[_next] == '}' && depth == 0)
            {
                tokens.Add(new Token(TokenKind.End, "", Here));
                _next++;
                return tokens;
            }

            depth += _text[_next] switch { '{' => 1, '}' => -1, _ => 0 };
            Step(tokens);
        }
    }
}
