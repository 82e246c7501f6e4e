using SoraFunctions.Bicep.Tests.Language;
using SoraFunctions.Bicep.Tests.Model;

namespace SoraFunctions.Bicep.Tests.Rules;

/// <summary>What is declared is used: parameters, variables, imports, types, and resources that are only looked up.</summary>
internal static class UnusedRule
{
    public static IEnumerable<Finding> Check(Template template)
    {
        if (template.IsParameterFile)
        {
            return Imports(template);
        }

        var used = Used(template);
        var idle = template.Declarations
            .Where(one => one is ParameterDeclaration or VariableDeclaration or TypeDeclaration or ResourceDeclaration { Existing: true })
            .Where(one => !one.Has("export") && !used.Contains(one.Name));
        return idle.Select(one => template.Wrong(one.At, $"'{one.Name}' is never used")).Concat(Imports(template));
    }

    private static IEnumerable<Finding> Imports(Template template)
    {
        var used = Used(template);
        return template.Of<ImportDeclaration>()
            .SelectMany(import => import.Names)
            .Where(name => !used.Contains(name.As))
            .Select(name => template.Wrong(name.At, $"'{name.As}' is imported and never used"));
    }

    private static HashSet<string> Used(Template template) =>
    [
        .. Walk.Expressions(template).Select(found => found.Value).OfType<NameExpression>().Select(name => name.Name),
        .. NamesRule.TypesOf(template).OfType<NamedType>().Select(type => type.Name),
    ];
}
