using SoraFunctions.Bicep.Tests.Language;
using SoraFunctions.Bicep.Tests.Model;

namespace SoraFunctions.Bicep.Tests.Rules;

/// <summary>Outputs are kept in the deployment's history, readable by many: no secret is among them.</summary>
internal static class OutputsRule
{
    private static readonly string[] _telling = ["password", "secret", "accountkey", "sharedkey", "connectionstring"];

    public static IEnumerable<Finding> Check(Template template)
    {
        foreach (var output in template.Of<OutputDeclaration>())
        {
            foreach (var word in _telling.Where(word => output.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                yield return template.Wrong(output.At, $"the output '{output.Name}' is named like a secret ({word})");
            }

            foreach (var (value, scope) in Reached(output.Value, Scope.Top(template)))
            {
                if (value is CallExpression call && (call.Name.StartsWith("list", StringComparison.Ordinal) || call.Name == "getSecret"))
                {
                    yield return template.Wrong(call.At, $"the output '{output.Name}' would hold what '{call.Name}' returns, a secret");
                }
                else if (value is NameExpression name && scope.Find(name.Name) is ParameterDeclaration parameter && parameter.Has("secure"))
                {
                    yield return template.Wrong(name.At, $"the output '{output.Name}' would hold the secret parameter '{name.Name}'");
                }
            }
        }
    }

    /// <summary>An expression, and the variables it is made of.</summary>
    private static IEnumerable<(Expression Value, Scope Scope)> Reached(Expression value, Scope scope) =>
        Walk.Within(value, scope).SelectMany(found =>
            found.Value is NameExpression name && found.Scope.Find(name.Name) is VariableDeclaration variable
                ? Reached(variable.Value, Scope.Top(scope.Template)).Prepend(found)
                : [found]);
}
