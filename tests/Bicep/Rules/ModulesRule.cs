using SoraFunctions.Bicep.Tests.Language;
using SoraFunctions.Bicep.Tests.Model;
using SoraFunctions.Bicep.Tests.Types;

namespace SoraFunctions.Bicep.Tests.Rules;

/// <summary>A module is there, and gets the parameters it declares: all that it needs, no others, of their types and allowed values.</summary>
internal static class ModulesRule
{
    private static readonly string[] _properties = ["name", "scope", "params", "dependsOn"];

    public static IEnumerable<Finding> Check(Workspace workspace, Template template) =>
        template.Of<ModuleDeclaration>().SelectMany(module => Check(workspace, template, module));

    private static IEnumerable<Finding> Check(Workspace workspace, Template template, ModuleDeclaration module)
    {
        foreach (var property in module.Body.Properties.Where(property => !_properties.Contains(property.Name)))
        {
            yield return template.Wrong(property.Key.At, $"a module has no '{property.Name}'; it has {string.Join(", ", _properties)}");
        }

        if (module.Path.Fixed is not { } path || workspace.Find(template, path) is not { } called)
        {
            yield return template.Wrong(module.Path.At, $"there is no module '{module.Path.Fixed}'");
            yield break;
        }

        var scopeWritten = module.Body.Find("scope") is not null;
        if (called.Scope != template.Scope && !scopeWritten)
        {
            yield return template.Wrong(module.At, $"'{path}' works in a {called.Scope}, this file in a {template.Scope}: say the scope");
        }

        var given = module.Body.Find("params") as ObjectExpression;
        var parameters = called.Of<ParameterDeclaration>().ToDictionary(one => one.Name);
        foreach (var missing in parameters.Values.Where(one => IsRequired(one) && given?.Find(one.Name) is null))
        {
            yield return template.Wrong(given?.At ?? module.At, $"'{path}' needs the parameter '{missing.Name}'");
        }

        var typer = new Typer(workspace);
        var scope = module.Loop is { } loop ? Walk.InLoop(loop, Scope.Top(template)) : Scope.Top(template);
        foreach (var property in given?.Properties ?? [])
        {
            if (property.Name is null || !parameters.TryGetValue(property.Name, out var parameter))
            {
                yield return template.Wrong(property.Key.At, $"'{path}' has no parameter '{property.Name}'");
            }
            else if (typer.Of(property.Value, scope).Hindrance(typer.Of(parameter, called)) is { } fault)
            {
                yield return template.Wrong(property.Value.At, $"'{property.Name}': {fault}");
            }
        }
    }

    internal static bool IsRequired(ParameterDeclaration parameter) => parameter.Value is null && parameter.Type is not OptionalType;
}
