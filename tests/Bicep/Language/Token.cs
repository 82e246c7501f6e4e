namespace SoraFunctions.Bicep.Tests.Language;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    Name,
    Number,
    Text,
    Sign,
    NewLine,
    End,
}

/// <summary>A word of the language.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The name, the digits, the sign.</param>
/// <param name="At">Where it begins.</param>
/// <param name="Parts">Of a text: its pieces in order.</param>
internal sealed record Token(TokenKind Kind, string Value, Position At, IReadOnlyList<TextPart>? Parts = null)
{
    public bool Is(string sign) => Kind == TokenKind.Sign && Value == sign;

    public bool IsName(string name) => Kind == TokenKind.Name && Value == name;

    public string Shown => Kind switch
    {
        TokenKind.NewLine => "the end of the line",
        TokenKind.End => "the end of the file",
        TokenKind.Text => "a text",
        _ => $"'{Value}'",
    };
}

/// <summary>A piece of a text: either letters, or the tokens of an expression between <c>${</c> and <c>}</c>.</summary>
internal sealed record TextPart(string? Letters, IReadOnlyList<Token>? Expression);
