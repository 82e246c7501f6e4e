using SoraFunctions.Bicep.Tests.Language;
using SoraFunctions.Bicep.Tests.Model;
using SoraFunctions.Bicep.Tests.Types;

namespace SoraFunctions.Bicep.Tests.Rules;

/// <summary>A parameter file assigns what its template needs and nothing that it lacks.</summary>
internal static class ParameterFilesRule
{
    public static IEnumerable<Finding> Check(Workspace workspace, Template file)
    {
        if (file.Of<UsingDeclaration>().FirstOrDefault() is not { } origin)
        {
            yield return file.Wrong(new Position(1, 1), "a parameter file says which template it is for: using './main.bicep'");
            yield break;
        }

        foreach (var alien in file.Declarations.Where(one =>
            one is not (UsingDeclaration or ImportDeclaration or VariableDeclaration or ParameterDeclaration { Type: null, Value: not null })))
        {
            yield return file.Wrong(alien.At, "a parameter file holds using, import, var and param name = value");
        }

        if (origin.Path is not { } path || workspace.Find(file, path) is not { } template)
        {
            yield return file.Wrong(origin.At, $"there is no template '{origin.Path}'");
            yield break;
        }

        var assigned = file.Of<ParameterDeclaration>().ToDictionary(one => one.Name);
        var declared = template.Of<ParameterDeclaration>().ToDictionary(one => one.Name);
        foreach (var missing in declared.Values.Where(one => ModulesRule.IsRequired(one) && !assigned.ContainsKey(one.Name)))
        {
            yield return file.Wrong(origin.At, $"'{path}' needs the parameter '{missing.Name}'");
        }

        var typer = new Typer(workspace);
        foreach (var one in assigned.Values)
        {
            if (!declared.TryGetValue(one.Name, out var parameter))
            {
                yield return file.Wrong(one.At, $"'{path}' has no parameter '{one.Name}'");
            }
            else if (typer.Of(one.Value!, Scope.Top(file)).Hindrance(typer.Of(parameter, template)) is { } fault)
            {
                yield return file.Wrong(one.Value!.At, $"'{one.Name}': {fault}");
            }
        }
    }
}
