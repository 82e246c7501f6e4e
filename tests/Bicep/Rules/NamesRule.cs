using SoraFunctions.Bicep.Tests.Language;
using SoraFunctions.Bicep.Tests.Model;
using SoraFunctions.Bicep.Tests.Types;

namespace SoraFunctions.Bicep.Tests.Rules;

/// <summary>Names mean something, nothing is declared twice, functions exist and get as many arguments as they take.</summary>
internal static class NamesRule
{
    public static IEnumerable<Finding> Check(Workspace workspace, Template template) =>
        Doubles(template)
            .Concat(Decorators(template))
            .Concat(Types(workspace, template))
            .Concat(Imports(workspace, template))
            .Concat(Walk.Expressions(template).SelectMany(found => Check(workspace, template, found.Value, found.Scope)));

    private static IEnumerable<Finding> Check(Workspace workspace, Template template, Expression value, Scope scope) => value switch
    {
        NameExpression { Name: "az" or "sys" } => [],
        NameExpression name when scope.Find(name.Name) is null && workspace.Imported(template, name.Name) is null =>
            [template.Wrong(name.At, $"the name '{name.Name}' means nothing here")],
        InnerExpression inner when Nested(inner.Target, scope) is { } outer && outer.Body.Resources.All(one => one.Name != inner.Name) =>
            [template.Wrong(inner.At, $"'{outer.Name}' has no resource '{inner.Name}' in it")],
        CallExpression { Target: null or NameExpression } call
            when call.Target is null or NameExpression { Name: "az" or "sys" } => Call(template, call),
        _ => [],
    };

    /// <summary>The resource that an expression before '::' means; null when it means none.</summary>
    internal static ResourceDeclaration? Nested(Expression target, Scope scope) => target switch
    {
        NameExpression name => scope.Find(name.Name) as ResourceDeclaration,
        InnerExpression inner => Nested(inner.Target, scope)?.Body.Resources.FirstOrDefault(one => one.Name == inner.Name),
        PresentExpression present => Nested(present.Value, scope),
        IndexExpression index => Nested(index.Target, scope),
        _ => null,
    };

    private static IEnumerable<Finding> Call(Template template, CallExpression call)
    {
        if (!KnownFunctions.Table.TryGetValue(call.Name, out var known))
        {
            yield return template.Wrong(call.At, $"there is no function '{call.Name}' among those known here");
        }
        else if (call.Arguments.Count < known.Fewest || call.Arguments.Count > known.Most)
        {
            var most = known.Most == int.MaxValue ? "any number" : $"{known.Most}";
            yield return template.Wrong(call.At, $"'{call.Name}' takes {known.Fewest} to {most} arguments, not {call.Arguments.Count}");
        }
        else if (call.Name == "readEnvironmentVariable" && !template.IsParameterFile)
        {
            yield return template.Wrong(call.At, "only parameter files read environment variables");
        }
    }

    private static IEnumerable<Finding> Doubles(Template template)
    {
        foreach (var group in template.Declarations.Where(one => one.Name.Length > 0).GroupBy(one => (one.Name, Output: one is OutputDeclaration)))
        {
            foreach (var again in group.Skip(1))
            {
                yield return template.Wrong(again.At, $"'{again.Name}' is declared a second time");
            }
        }
    }

    private static IEnumerable<Finding> Decorators(Template template) =>
        template.Declarations.SelectMany(one => one.Decorators)
            .Where(call => !KnownFunctions.Decorators.Contains(call.Name))
            .Select(call => template.Wrong(call.At, $"there is no decorator '{call.Name}' among those known here"));

    private static IEnumerable<Finding> Types(Workspace workspace, Template template) =>
        TypesOf(template).OfType<NamedType>()
            .Where(type => type.Name is not ("string" or "int" or "bool" or "object" or "array")
                && template.Of<TypeDeclaration>().All(one => one.Name != type.Name)
                && workspace.Imported(template, type.Name) is not (_, TypeDeclaration))
            .Select(type => template.Wrong(type.At, $"there is no type '{type.Name}'"));

    internal static IEnumerable<TypeSyntax> TypesOf(Template template) => template.Declarations.SelectMany(one => one switch
    {
        ParameterDeclaration { Type: { } type } => Within(type),
        OutputDeclaration output => Within(output.Type),
        TypeDeclaration declared => Within(declared.Type),
        _ => [],
    });

    private static IEnumerable<TypeSyntax> Within(TypeSyntax type) => [type, .. type switch
    {
        UnionType union => union.Choices.SelectMany(Within),
        ListType list => Within(list.Item),
        OptionalType optional => Within(optional.Inner),
        ObjectType body => body.Properties.SelectMany(one => Within(one.Type)),
        _ => [],
    }];

    private static IEnumerable<Finding> Imports(Workspace workspace, Template template)
    {
        foreach (var import in template.Of<ImportDeclaration>())
        {
            if (workspace.Find(template, import.Path) is not { } source)
            {
                yield return template.Wrong(import.At, $"there is no file '{import.Path}' to import from");
                continue;
            }

            foreach (var name in import.Names.Where(name => !source.Declarations.Any(one => one.Name == name.Name && one.Has("export"))))
            {
                yield return template.Wrong(name.At, $"'{import.Path}' exports no '{name.Name}'");
            }
        }
    }
}
