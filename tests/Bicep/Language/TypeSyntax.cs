namespace SoraFunctions.Bicep.Tests.Language;

/// <summary>A type as it is written.</summary>
internal abstract record TypeSyntax(Position At);

internal sealed record NamedType(Position At, string Name) : TypeSyntax(At);

/// <summary>Just one value.</summary>
internal sealed record LiteralType(Position At, Expression Value) : TypeSyntax(At);

internal sealed record UnionType(Position At, IReadOnlyList<TypeSyntax> Choices) : TypeSyntax(At);

internal sealed record ListType(Position At, TypeSyntax Item) : TypeSyntax(At);

internal sealed record OptionalType(Position At, TypeSyntax Inner) : TypeSyntax(At);

internal sealed record ObjectType(Position At, IReadOnlyList<TypeProperty> Properties) : TypeSyntax(At);

/// <summary>A line of an object type; the name is null for <c>*</c>, all others.</summary>
internal sealed record TypeProperty(Position At, string? Name, TypeSyntax Type, IReadOnlyList<CallExpression> Decorators);
