namespace SoraFunctions.Bicep.Tests.Language;

/// <summary>Reads types.</summary>
internal class TypeParser(IReadOnlyList<Token> tokens) : ExpressionParser(tokens)
{
    /// <summary>One type, or several with <c>|</c> between them.</summary>
    protected TypeSyntax Type()
    {
        var choices = new List<TypeSyntax>();
        if (FollowsBelow("|"))
        {
            Take();
            SkipLines();
        }

        choices.Add(Suffixed());
        while (FollowsBelow("|"))
        {
            Take();
            SkipLines();
            choices.Add(Suffixed());
        }

        return choices is [var only] ? only : new UnionType(choices[0].At, choices);
    }

    private TypeSyntax Suffixed()
    {
        var type = Simple();
        while (true)
        {
            if (Next.Is("[") && Ahead(1).Is("]"))
            {
                Take();
                Take();
                type = new ListType(type.At, type);
            }
            else if (Next.Is("?"))
            {
                Take();
                type = new OptionalType(type.At, type);
            }
            else
            {
                return type;
            }
        }
    }

    private TypeSyntax Simple()
    {
        var token = Next;
        switch (token.Kind)
        {
            case TokenKind.Name when token.Value is not ("true" or "false" or "null"):
                Take();
                return new NamedType(token.At, token.Value);
            case TokenKind.Name or TokenKind.Text or TokenKind.Number:
                return new LiteralType(token.At, Literal());
            case TokenKind.Sign when token.Value == "-":
                return new LiteralType(token.At, Literal());
            case TokenKind.Sign when token.Value == "{":
                return ObjectOf();
            case TokenKind.Sign when token.Value == "(":
                Take();
                var inner = Type();
                Expect(")");
                return inner;
            default:
                throw Wrong("a type");
        }
    }

    private Expression Literal() => Next.Is("-") ? new UnaryExpression(Next.At, Take().Value, Primary()) : Primary();

    private ObjectType ObjectOf()
    {
        var at = Expect("{").At;
        var properties = new List<TypeProperty>();
        for (SkipLines(); !Accept("}"); Separate("}"))
        {
            var decorators = Decorators();
            var place = Next.At;
            string? name = null;
            if (!Accept("*"))
            {
                name = Next.Kind == TokenKind.Text ? Text().Fixed : ExpectName("the name of a property").Value;
            }

            Expect(":");
            properties.Add(new TypeProperty(place, name, Type(), decorators));
        }

        return new ObjectType(at, properties);
    }
}
