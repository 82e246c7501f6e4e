using SoraFunctions.Bicep.Tests.Language;
using SoraFunctions.Bicep.Tests.Model;

namespace SoraFunctions.Bicep.Tests.Rules;

/// <summary>
/// Names, conditions and loops depend only on what is known when a deployment starts: parameters, not outputs of modules and not properties
/// that a resource has once it is there.
/// </summary>
internal static class StartKnownRule
{
    private static readonly string[] _knownOfResources = ["id", "name", "type", "apiVersion"];

    public static IEnumerable<Finding> Check(Template template)
    {
        foreach (var resource in Walk.Resources(template))
        {
            foreach (var finding in Check(template, resource.Declaration, resource.Scope))
            {
                yield return finding;
            }
        }

        foreach (var module in template.Of<ModuleDeclaration>())
        {
            var top = Scope.Top(template);
            foreach (var finding in Check(template, module, module.Loop is { } loop ? Walk.InLoop(loop, top) : top))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> Check(Template template, BodyDeclaration declaration, Scope scope)
    {
        (string Role, Expression? Value)[] parts =
        [
            ("name", declaration.Body.Find("name")),
            ("condition", declaration.Condition?.Condition),
            ("loop", declaration.Loop?.Source),
        ];
        foreach (var (role, value) in parts)
        {
            if (value is not null && Late(value, scope) is { } late)
            {
                yield return template.Wrong(value.At, $"the {role} of '{declaration.Name}' depends on '{late}', which is not known at the start");
            }
        }
    }

    /// <summary>What an expression depends on that comes late; null if nothing.</summary>
    private static string? Late(Expression value, Scope scope)
    {
        if (value is MemberExpression member && Owner(member.Target, scope) is { } owner)
        {
            return owner is ModuleDeclaration ? (member.Name == "name" ? null : $"{owner.Name}.{member.Name}")
                : _knownOfResources.Contains(member.Name) ? Late(((ResourceDeclaration)owner).Body.Find("name")!, scope)
                : $"{owner.Name}.{member.Name}";
        }

        return value switch
        {
            NameExpression name => scope.Find(name.Name) switch
            {
                VariableDeclaration variable => Late(variable.Value, Scope.Top(scope.Template)),
                Local { Source: { } source, Place: { } place } => Late(source, place),
                _ => null,
            },
            ForExpression loop => Late(loop.Source, scope) ?? Late(loop.Body, Walk.InLoop(loop, scope)),
            LambdaExpression => null,
            _ => value.Parts.Select(part => Late(part, scope)).FirstOrDefault(late => late is not null),
        };
    }

    private static BodyDeclaration? Owner(Expression target, Scope scope) => target switch
    {
        NameExpression name => scope.Find(name.Name) as BodyDeclaration,
        PresentExpression present => Owner(present.Value, scope),
        IndexExpression index => Owner(index.Target, scope),
        InnerExpression => NamesRule.Nested(target, scope),
        _ => null,
    };
}
