using System.Text.RegularExpressions;
using SoraFunctions.Bicep.Tests.Language;
using SoraFunctions.Bicep.Tests.Model;

namespace SoraFunctions.Bicep.Tests.Rules;

/// <summary>Roles go by their right names, assignments by a name that is theirs, and an assignment says what kind of one gets it.</summary>
internal static partial class RolesRule
{
    /// <summary>Built-in roles: the name that a template gives it, and its id.</summary>
    public static readonly IReadOnlyDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["acrPull"] = "7f951dda-4ed3-4680-a7ca-43fe172d538d",
        ["acrPush"] = "8311e382-0749-4cb8-b61a-304f252e45ec",
        ["cognitiveServicesUser"] = "a97b65f3-24c7-4388-baec-2e87135dc908",
        ["durableTaskDataContributor"] = "0ad04412-c4d5-4796-b79c-f76d14c8d402",
        ["durableTaskWorker"] = "80d0d6b0-f522-40a4-8886-a5a11720c375",
        ["keyVaultCryptoUser"] = "12338af0-0e69-4776-bea7-57ae8d297424",
        ["keyVaultSecretsUser"] = "4633458b-17de-408a-b874-0445c86b69e6",
        ["monitoringMetricsPublisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
        ["storageBlobDataContributor"] = "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        ["storageBlobDataOwner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["storageBlobDataReader"] = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
        ["storageBlobDelegator"] = "db58b8e5-c6ad-4a2a-8342-4190687cbf4a",
        ["storageQueueDataContributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["storageTableDataContributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
    };

    public static IEnumerable<Finding> Check(Template template) => Ids(template).Concat(Assignments(template));

    private static IEnumerable<Finding> Ids(Template template)
    {
        var named = Walk.Expressions(template).Select(found => found.Value).OfType<ObjectExpression>().SelectMany(body => body.Properties)
            .Where(property => property.Value is TextExpression)
            .ToLookup(property => property.Value.At, property => property.Name);
        foreach (var text in Walk.Expressions(template).Select(found => found.Value).OfType<TextExpression>())
        {
            if (text.Fixed is not { } letters || !Guid().IsMatch(letters))
            {
                continue;
            }

            var name = Known.FirstOrDefault(role => role.Value == letters).Key;
            if (name is null)
            {
                yield return template.Wrong(text.At, $"'{letters}' is no role that is known here");
            }
            else if (!named[text.At].Contains(name))
            {
                yield return template.Wrong(text.At, $"'{letters}' is the role {name}: give it that name");
            }
        }
    }

    private static IEnumerable<Finding> Assignments(Template template)
    {
        foreach (var assignment in Walk.Resources(template).Where(one => one.Type == "Microsoft.Authorization/roleAssignments"))
        {
            var body = assignment.Declaration.Body;
            var properties = body.Find("properties") as ObjectExpression;
            if (properties?.Find("principalType") is null)
            {
                yield return template.Wrong(assignment.Declaration.At, $"'{assignment.Declaration.Name}' does not say its principalType");
            }

            if (body.Find("name") is not CallExpression { Name: "guid", Arguments: [_, _, _] } name)
            {
                yield return template.Wrong(assignment.Declaration.At, $"'{assignment.Declaration.Name}' must be named guid(scope, identity, role)");
            }
            else if (properties?.Find("roleDefinitionId") is not CallExpression { Name: "subscriptionResourceId", Arguments: [_, var role] }
                || !Same(role, name.Arguments[2]))
            {
                yield return template.Wrong(assignment.Declaration.At, $"'{assignment.Declaration.Name}' is named after another role than it gives");
            }
        }
    }

    private static bool Same(Expression one, Expression other) => (one, other) switch
    {
        (NameExpression a, NameExpression b) => a.Name == b.Name,
        (MemberExpression a, MemberExpression b) => a.Name == b.Name && Same(a.Target, b.Target),
        _ => false,
    };

    [GeneratedRegex(@"\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z")]
    private static partial Regex Guid();
}
