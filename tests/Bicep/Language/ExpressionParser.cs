using System.Globalization;

namespace SoraFunctions.Bicep.Tests.Language;

/// <summary>Reads expressions. Signs of one row bind equally, later rows bind tighter.</summary>
internal class ExpressionParser(IReadOnlyList<Token> tokens) : TokenReader(tokens)
{
    private static readonly string[][] _rows =
    [
        ["??"], ["||"], ["&&"], ["==", "!=", "=~", "!~"], ["<", "<=", ">", ">="], ["+", "-"], ["*", "/", "%"],
    ];

    /// <summary>One expression.</summary>
    public Expression Value()
    {
        var condition = Row(0);
        if (!FollowsBelow("?"))
        {
            return condition;
        }

        Take();
        SkipLines();
        var yes = Value();
        SkipLines();
        Expect(":");
        SkipLines();
        return new ChoiceExpression(condition.At, condition, yes, Value());
    }

    protected TextExpression Text()
    {
        if (Next.Kind != TokenKind.Text)
        {
            throw Wrong("a text");
        }

        var token = Take();
        return new TextExpression(token.At, [.. token.Parts!.Select(part => part.Letters ?? (object)Inserted(part.Expression!))]);
    }

    private static Expression Inserted(IReadOnlyList<Token> tokens)
    {
        var parser = new ExpressionParser(tokens);
        var value = parser.Value();
        return parser.AtEnd ? value : throw parser.Wrong("'}'");
    }

    /// <summary>An object that may hold nested resources when <paramref name="resources"/> reads them.</summary>
    protected ObjectExpression Object(Func<IReadOnlyList<CallExpression>, ResourceDeclaration>? resources = null)
    {
        var at = Expect("{").At;
        var properties = new List<Property>();
        var inner = new List<ResourceDeclaration>();
        var spreads = new List<SpreadExpression>();
        for (SkipLines(); !Accept("}"); Separate("}"))
        {
            if (Next.Is("..."))
            {
                spreads.Add(new SpreadExpression(Take().At, Value()));
            }
            else if (resources is not null && (Next.Is("@") || (Next.IsName("resource") && !Ahead(1).Is(":"))))
            {
                inner.Add(resources(Decorators()));
            }
            else
            {
                var key = Next.Kind == TokenKind.Name ? new TextExpression(Next.At, [Take().Value])
                    : Next.Kind == TokenKind.Text ? Text()
                    : throw Wrong("the name of a property");
                Expect(":");
                SkipLines();
                if (key.Fixed is { } name && properties.Any(other => other.Name == name))
                {
                    throw new SyntaxException(key.At, $"the property '{name}' is there twice");
                }

                properties.Add(new Property(key, Value()));
            }
        }

        return new ObjectExpression(at, properties, inner, spreads);
    }

    protected List<CallExpression> Decorators()
    {
        var decorators = new List<CallExpression>();
        for (SkipLines(); Accept("@"); SkipLines())
        {
            decorators.Add(Postfix() as CallExpression ?? throw Wrong("a decorator's call"));
        }

        return decorators;
    }

    /// <summary>Between two lines or items: a comma or the end of a line, unless the closing sign follows.</summary>
    protected void Separate(string close)
    {
        if (Next.Is(close))
        {
            return;
        }

        if (!Accept(",") && Next.Kind != TokenKind.NewLine)
        {
            throw Wrong($"the end of the line, ',' or '{close}'");
        }

        SkipLines();
    }

    /// <summary><c>[for …]</c>, whose opening bracket is already taken.</summary>
    protected ForExpression For(Position at, Func<Expression> body)
    {
        string? index = null;
        string item;
        if (Accept("("))
        {
            item = ExpectName("the name of the item").Value;
            Expect(",");
            index = ExpectName("the name of the index").Value;
            Expect(")");
        }
        else
        {
            item = ExpectName("the name of the item").Value;
        }

        if (!AcceptName("in"))
        {
            throw Wrong("'in'");
        }

        var source = Value();
        Expect(":");
        SkipLines();
        var value = body();
        SkipLines();
        Expect("]");
        return new ForExpression(at, item, index, source, value);
    }

    protected IfExpression If(Func<Expression> body)
    {
        var at = Take().At;
        Expect("(");
        SkipLines();
        var condition = Value();
        SkipLines();
        Expect(")");
        SkipLines();
        return new IfExpression(at, condition, body());
    }

    private Expression Row(int row)
    {
        if (row == _rows.Length)
        {
            return Unary();
        }

        var left = Row(row + 1);
        while (Next.Kind == TokenKind.Sign && _rows[row].Contains(Next.Value))
        {
            var sign = Take().Value;
            SkipLines();
            left = new BinaryExpression(left.At, sign, left, Row(row + 1));
        }

        return left;
    }

    private Expression Unary() => Next.Is("!") || Next.Is("-")
        ? new UnaryExpression(Next.At, Take().Value, Unary())
        : Postfix();

    private Expression Postfix()
    {
        var value = Primary();
        while (true)
        {
            if (Next.Is(".") || Next.Is(".?"))
            {
                var safe = Take().Value == ".?";
                var name = ExpectName("the name of a property");
                value = Next.Is("(")
                    ? new CallExpression(name.At, value, name.Value, Arguments())
                    : new MemberExpression(name.At, value, name.Value, safe);
            }
            else if (Accept("::"))
            {
                var name = ExpectName("the name of a resource");
                value = new InnerExpression(name.At, value, name.Value);
            }
            else if (Accept("[") || Accept("[?"))
            {
                value = new IndexExpression(value.At, value, Value());
                Expect("]");
            }
            else if (Next.Is("!"))
            {
                Take();
                value = new PresentExpression(value.At, value);
            }
            else
            {
                return value;
            }
        }
    }

    private List<Expression> Arguments()
    {
        var arguments = new List<Expression>();
        Expect("(");
        for (SkipLines(); !Accept(")"); SkipLines())
        {
            arguments.Add(Value());
            SkipLines();
            if (!Accept(",") && !Next.Is(")"))
            {
                throw Wrong("',' or ')'");
            }
        }

        return arguments;
    }

    protected Expression Primary()
    {
        var token = Next;
        if (token.Kind == TokenKind.Text)
        {
            return Text();
        }

        if (token.Kind == TokenKind.Number)
        {
            Take();
            return new NumberExpression(token.At, long.Parse(token.Value, CultureInfo.InvariantCulture));
        }

        if (token.Kind == TokenKind.Name)
        {
            Take();
            return Next.Is("(") ? new CallExpression(token.At, null, token.Value, Arguments())
                : Next.Is("=>") ? Lambda(token.At, [token.Value])
                : token.Value switch
                {
                    "true" => new TruthExpression(token.At, true),
                    "false" => new TruthExpression(token.At, false),
                    "null" => new NullExpression(token.At),
                    _ => new NameExpression(token.At, token.Value),
                };
        }

        return token.Is("{") ? Object()
            : token.Is("[") ? List()
            : token.Is("(") ? Parenthesis()
            : throw Wrong("a value");
    }

    private Expression List()
    {
        var at = Take().At;
        if (FollowsFor())
        {
            return For(at, Value);
        }

        var items = new List<Expression>();
        for (SkipLines(); !Accept("]"); Separate("]"))
        {
            items.Add(Next.Is("...") ? new SpreadExpression(Take().At, Value()) : Value());
        }

        return new ListExpression(at, items);
    }

    private bool FollowsFor()
    {
        var look = 0;
        while (Ahead(look).Kind == TokenKind.NewLine)
        {
            look++;
        }

        if (!Ahead(look).IsName("for") || Ahead(look + 1).Is(",") || Ahead(look + 1).Is("]"))
        {
            return false;
        }

        SkipLines();
        return AcceptName("for");
    }

    private Expression Parenthesis()
    {
        if (Ahead(1).Kind == TokenKind.Name && (Ahead(2).Is(",") || (Ahead(2).Is(")") && Ahead(3).Is("=>"))) || Ahead(1).Is(")"))
        {
            var at = Take().At;
            var names = new List<string>();
            while (!Accept(")"))
            {
                names.Add(ExpectName("a name").Value);
                Accept(",");
            }

            return Lambda(at, names);
        }

        Take();
        SkipLines();
        var value = Value();
        SkipLines();
        Expect(")");
        return value;
    }

    private LambdaExpression Lambda(Position at, IReadOnlyList<string> names)
    {
        Expect("=>");
        SkipLines();
        return new LambdaExpression(at, names, Value());
    }
}
