using SoraFunctions.Bicep.Tests.Language;
using SoraFunctions.Bicep.Tests.Model;
using SoraFunctions.Bicep.Tests.Types;

namespace SoraFunctions.Bicep.Tests.Rules;

/// <summary>Defaults and outputs are of the type they name; properties that are asked for are there.</summary>
internal static class TypesRule
{
    public static IEnumerable<Finding> Check(Workspace workspace, Template template)
    {
        var typer = new Typer(workspace);
        var top = Scope.Top(template);
        var findings = new List<Finding>();
        foreach (var (value, scope) in Walk.Expressions(template))
        {
            typer.Of(value, scope);
        }

        foreach (var declaration in template.Declarations)
        {
            if (declaration is ParameterDeclaration { Type: null } && !template.IsParameterFile)
            {
                findings.Add(template.Wrong(declaration.At, $"the parameter '{declaration.Name}' has no type"));
            }

            var (wanted, value) = declaration switch
            {
                ParameterDeclaration { Type: not null, Value: { } given } parameter => (typer.Of(parameter, template), given),
                OutputDeclaration output => (typer.Of(output.Type, template), output.Value),
                _ => (Shape.Any, null),
            };
            if (value is not null && typer.Of(value, top).Hindrance(wanted) is { } fault)
            {
                findings.Add(template.Wrong(value.At, $"'{declaration.Name}': {fault}"));
            }
        }

        return typer.Findings.Concat(findings);
    }
}
