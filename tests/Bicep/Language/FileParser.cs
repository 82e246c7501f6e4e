namespace SoraFunctions.Bicep.Tests.Language;

/// <summary>Reads a whole file, a template or a parameter file.</summary>
internal sealed class FileParser : TypeParser
{
    private FileParser(IReadOnlyList<Token> tokens)
        : base(tokens)
    {
    }

    /// <summary>The statements of a text.</summary>
    /// <exception cref="SyntaxException">The text is not Bicep.</exception>
    public static IReadOnlyList<Declaration> Parse(string text)
    {
        var parser = new FileParser(Tokenizer.Cut(text));
        var declarations = new List<Declaration>();
        for (parser.SkipLines(); !parser.AtEnd; parser.SkipLines())
        {
            declarations.Add(parser.Statement());
            if (!parser.AtEnd && parser.Next.Kind != TokenKind.NewLine)
            {
                throw parser.Wrong("the end of the line");
            }
        }

        return declarations;
    }

    private Declaration Statement()
    {
        var decorators = Decorators();
        var keyword = ExpectName("a declaration");
        return keyword.Value switch
        {
            "targetScope" => Scope(keyword.At),
            "using" => new UsingDeclaration(keyword.At, AcceptName("none") ? null : Text().Fixed),
            "import" => Import(keyword.At),
            "param" => Parameter(decorators),
            "var" => Variable(decorators),
            "type" => TypeOf(decorators),
            "resource" => Resource(decorators),
            "module" => Module(decorators),
            "output" => Output(decorators),
            _ => throw new SyntaxException(keyword.At, $"'{keyword.Value}' begins no declaration"),
        };
    }

    private ScopeDeclaration Scope(Position at)
    {
        Expect("=");
        return new ScopeDeclaration(at, Value());
    }

    private ImportDeclaration Import(Position at)
    {
        var names = new List<ImportedName>();
        string? alias = null;
        if (Accept("*"))
        {
            _ = AcceptName("as") ? true : throw Wrong("'as'");
            alias = ExpectName("a name").Value;
        }
        else
        {
            Expect("{");
            for (SkipLines(); !Accept("}"); Separate("}"))
            {
                var name = ExpectName("a name");
                names.Add(new ImportedName(name.At, name.Value, AcceptName("as") ? ExpectName("a name").Value : name.Value));
            }
        }

        _ = AcceptName("from") ? true : throw Wrong("'from'");
        var path = Text();
        return new ImportDeclaration(at, names, alias, path.Fixed ?? throw new SyntaxException(path.At, "a path has nothing computed in it"));
    }

    private ParameterDeclaration Parameter(IReadOnlyList<CallExpression> decorators)
    {
        var name = ExpectName("the name of the parameter");
        var type = Next.Is("=") ? null : Type();
        var value = Accept("=") ? Value() : null;
        return new ParameterDeclaration(name.At, name.Value, type, value, decorators);
    }

    private VariableDeclaration Variable(IReadOnlyList<CallExpression> decorators)
    {
        var name = ExpectName("the name of the variable");
        Expect("=");
        return new VariableDeclaration(name.At, name.Value, Value(), decorators);
    }

    private TypeDeclaration TypeOf(IReadOnlyList<CallExpression> decorators)
    {
        var name = ExpectName("the name of the type");
        Expect("=");
        return new TypeDeclaration(name.At, name.Value, Type(), decorators);
    }

    private OutputDeclaration Output(IReadOnlyList<CallExpression> decorators)
    {
        var name = ExpectName("the name of the output");
        var type = Type();
        Expect("=");
        return new OutputDeclaration(name.At, name.Value, type, Value(), decorators);
    }

    private ModuleDeclaration Module(IReadOnlyList<CallExpression> decorators)
    {
        var name = ExpectName("the name of the module");
        var path = Text();
        Expect("=");
        return new ModuleDeclaration(name.At, name.Value, path, Body(() => Object()), decorators);
    }

    private ResourceDeclaration Resource(IReadOnlyList<CallExpression> decorators)
    {
        var name = ExpectName("the name of the resource");
        var type = Text();
        var existing = AcceptName("existing");
        Expect("=");
        return new ResourceDeclaration(name.At, name.Value, type, existing, Body(() => Object(Nested)), decorators);
    }

    private ResourceDeclaration Nested(IReadOnlyList<CallExpression> decorators)
    {
        _ = AcceptName("resource") ? true : throw Wrong("'resource'");
        return Resource(decorators);
    }

    private Expression Body(Func<Expression> plain)
    {
        SkipLines();
        if (Next.Is("["))
        {
            var at = Take().At;
            SkipLines();
            _ = AcceptName("for") ? true : throw Wrong("'for'");
            return For(at, () => Conditional(plain));
        }

        return Conditional(plain);
    }

    private Expression Conditional(Func<Expression> plain) => Next.IsName("if") ? If(plain) : plain();
}
