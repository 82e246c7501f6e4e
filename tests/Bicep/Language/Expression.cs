namespace SoraFunctions.Bicep.Tests.Language;

/// <summary>What has a value.</summary>
internal abstract record Expression(Position At)
{
    /// <summary>The expressions it is made of. Those that bring names of their own into play are walked by hand.</summary>
    public virtual IEnumerable<Expression> Parts => [];
}

/// <summary>A text; its pieces are letters or expressions.</summary>
internal sealed record TextExpression(Position At, IReadOnlyList<object> Pieces) : Expression(At)
{
    /// <summary>The whole text, when nothing is put into it; else null.</summary>
    public string? Fixed => Pieces.All(piece => piece is string) ? string.Concat(Pieces) : null;

    public override IEnumerable<Expression> Parts => Pieces.OfType<Expression>();
}

internal sealed record NumberExpression(Position At, long Value) : Expression(At);

internal sealed record TruthExpression(Position At, bool Value) : Expression(At);

internal sealed record NullExpression(Position At) : Expression(At);

internal sealed record NameExpression(Position At, string Name) : Expression(At);

/// <summary><c>target.name</c>, or <c>target.?name</c> where the target may be absent.</summary>
internal sealed record MemberExpression(Position At, Expression Target, string Name, bool Safe) : Expression(At)
{
    public override IEnumerable<Expression> Parts => [Target];
}

/// <summary><c>target[index]</c>.</summary>
internal sealed record IndexExpression(Position At, Expression Target, Expression Index) : Expression(At)
{
    public override IEnumerable<Expression> Parts => [Target, Index];
}

/// <summary><c>target::name</c>, a resource inside another.</summary>
internal sealed record InnerExpression(Position At, Expression Target, string Name) : Expression(At)
{
    public override IEnumerable<Expression> Parts => [Target];
}

/// <summary><c>name(arguments)</c>, or <c>target.name(arguments)</c>.</summary>
internal sealed record CallExpression(Position At, Expression? Target, string Name, IReadOnlyList<Expression> Arguments) : Expression(At)
{
    public override IEnumerable<Expression> Parts => Target is null ? Arguments : [Target, .. Arguments];
}

/// <summary><c>value!</c>: said to be there.</summary>
internal sealed record PresentExpression(Position At, Expression Value) : Expression(At)
{
    public override IEnumerable<Expression> Parts => [Value];
}

internal sealed record UnaryExpression(Position At, string Sign, Expression Value) : Expression(At)
{
    public override IEnumerable<Expression> Parts => [Value];
}

internal sealed record BinaryExpression(Position At, string Sign, Expression Left, Expression Right) : Expression(At)
{
    public override IEnumerable<Expression> Parts => [Left, Right];
}

internal sealed record ChoiceExpression(Position At, Expression Condition, Expression Yes, Expression No) : Expression(At)
{
    public override IEnumerable<Expression> Parts => [Condition, Yes, No];
}

internal sealed record ListExpression(Position At, IReadOnlyList<Expression> Items) : Expression(At)
{
    public override IEnumerable<Expression> Parts => Items;
}

/// <summary><c>...value</c> in a list or an object.</summary>
internal sealed record SpreadExpression(Position At, Expression Value) : Expression(At)
{
    public override IEnumerable<Expression> Parts => [Value];
}

/// <summary>An object. The body of a resource may hold resources too.</summary>
internal sealed record ObjectExpression(
    Position At, IReadOnlyList<Property> Properties, IReadOnlyList<ResourceDeclaration> Resources, IReadOnlyList<SpreadExpression> Spreads)
    : Expression(At)
{
    public override IEnumerable<Expression> Parts =>
        [.. Properties.SelectMany(property => new[] { property.Key, property.Value }), .. Spreads];

    public Expression? Find(string name) => Properties.FirstOrDefault(property => property.Name == name)?.Value;
}

/// <summary>A line of an object.</summary>
internal sealed record Property(TextExpression Key, Expression Value)
{
    /// <summary>Its name; null when parts of it are computed.</summary>
    public string? Name => Key.Fixed;
}

/// <summary><c>[for item in source: body]</c>.</summary>
internal sealed record ForExpression(Position At, string Item, string? Index, Expression Source, Expression Body) : Expression(At);

/// <summary><c>if (condition) body</c>.</summary>
internal sealed record IfExpression(Position At, Expression Condition, Expression Body) : Expression(At)
{
    public override IEnumerable<Expression> Parts => [Condition, Body];
}

/// <summary><c>(a, b) => body</c>.</summary>
internal sealed record LambdaExpression(Position At, IReadOnlyList<string> Names, Expression Body) : Expression(At);
