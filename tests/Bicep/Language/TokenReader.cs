namespace SoraFunctions.Bicep.Tests.Language;

/// <summary>Reads tokens one after another.</summary>
internal abstract class TokenReader(IReadOnlyList<Token> tokens)
{
    private int _next;

    protected Token Next => tokens[_next];

    protected bool AtEnd => Next.Kind == TokenKind.End;

    protected Token Take()
    {
        var token = Next;
        if (!AtEnd)
        {
            _next++;
        }

        return token;
    }

    protected bool Accept(string sign)
    {
        var seen = Next.Is(sign);
        if (seen)
        {
            Take();
        }

        return seen;
    }

    protected bool AcceptName(string name)
    {
        var seen = Next.IsName(name);
        if (seen)
        {
            Take();
        }

        return seen;
    }

    protected Token Expect(string sign) => Next.Is(sign) ? Take() : throw Wrong($"'{sign}'");

    protected Token ExpectName(string what) => Next.Kind == TokenKind.Name ? Take() : throw Wrong(what);

    protected void SkipLines()
    {
        while (Next.Kind == TokenKind.NewLine)
        {
            Take();
        }
    }

    /// <summary>Whether a sign follows, here or on a line below; then the lines between are skipped.</summary>
    protected bool FollowsBelow(string sign)
    {
        var look = _next;
        while (tokens[look].Kind == TokenKind.NewLine)
        {
            look++;
        }

        if (!tokens[look].Is(sign))
        {
            return false;
        }

        _next = look;
        return true;
    }

    /// <summary>Whether a sign follows some tokens further on.</summary>
    protected Token Ahead(int count) => tokens[Math.Min(_next + count, tokens.Count - 1)];

    protected SyntaxException Wrong(string expected) => new(Next.At, $"expected {expected}, found {Next.Shown}");
}
