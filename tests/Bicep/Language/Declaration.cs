namespace SoraFunctions.Bicep.Tests.Language;

/// <summary>A statement of a file.</summary>
/// <param name="At">Where its name stands, or the statement if it has none.</param>
/// <param name="Name">What it declares; empty if nothing.</param>
/// <param name="Decorators">What stands before it.</param>
internal abstract record Declaration(Position At, string Name, IReadOnlyList<CallExpression> Decorators)
{
    public bool Has(string decorator) => Decorators.Any(call => call.Name == decorator);

    public CallExpression? Decorator(string name) => Decorators.FirstOrDefault(call => call.Name == name);
}

internal sealed record ScopeDeclaration(Position At, Expression Value) : Declaration(At, "", []);

internal sealed record UsingDeclaration(Position At, string? Path) : Declaration(At, "", []);

internal sealed record ImportDeclaration(Position At, IReadOnlyList<ImportedName> Names, string? Alias, string Path) : Declaration(At, "", []);

/// <summary>A name that an import brings.</summary>
internal sealed record ImportedName(Position At, string Name, string As);

/// <summary>In a template: declared, with a type. In a parameter file: assigned, without one.</summary>
internal sealed record ParameterDeclaration(
    Position At, string Name, TypeSyntax? Type, Expression? Value, IReadOnlyList<CallExpression> Decorators) : Declaration(At, Name, Decorators);

internal sealed record VariableDeclaration(Position At, string Name, Expression Value, IReadOnlyList<CallExpression> Decorators)
    : Declaration(At, Name, Decorators);

internal sealed record TypeDeclaration(Position At, string Name, TypeSyntax Type, IReadOnlyList<CallExpression> Decorators)
    : Declaration(At, Name, Decorators);

internal sealed record OutputDeclaration(
    Position At, string Name, TypeSyntax Type, Expression Value, IReadOnlyList<CallExpression> Decorators) : Declaration(At, Name, Decorators);

/// <summary>What has a body that may stand behind an <c>if</c> and in a loop.</summary>
internal abstract record BodyDeclaration(Position At, string Name, Expression Value, IReadOnlyList<CallExpression> Decorators)
    : Declaration(At, Name, Decorators)
{
    public ForExpression? Loop => Value as ForExpression;

    public IfExpression? Condition => (Loop?.Body ?? Value) as IfExpression;

    public ObjectExpression Body => (ObjectExpression)(Condition?.Body ?? Loop?.Body ?? Value);
}

internal sealed record ResourceDeclaration(
    Position At, string Name, TextExpression Type, bool Existing, Expression Value, IReadOnlyList<CallExpression> Decorators)
    : BodyDeclaration(At, Name, Value, Decorators);

internal sealed record ModuleDeclaration(
    Position At, string Name, TextExpression Path, Expression Value, IReadOnlyList<CallExpression> Decorators)
    : BodyDeclaration(At, Name, Value, Decorators);
