using System.Text.RegularExpressions;
using SoraFunctions.Bicep.Tests.Language;
using SoraFunctions.Bicep.Tests.Model;

namespace SoraFunctions.Bicep.Tests.Rules;

/// <summary>Resources are of known types at known versions, named, tagged, in the right scope, and storage has no keys.</summary>
internal static partial class ResourcesRule
{
    public static IEnumerable<Finding> Check(Template template) =>
        Walk.Resources(template).SelectMany(resource => Check(template, resource));

    private static IEnumerable<Finding> Check(Template template, PlacedResource resource)
    {
        var declaration = resource.Declaration;
        var body = declaration.Body;
        var written = declaration.Type.Fixed ?? "";
        if (resource.Parent is null && !Written().IsMatch(written))
        {
            yield return template.Wrong(declaration.Type.At, $"'{written}' is no type with a version, such as Microsoft.Web/sites@2025-03-01");
            yield break;
        }

        if (!KnownTypes.Table.TryGetValue(resource.Type, out var facts))
        {
            yield return template.Wrong(declaration.Type.At, $"'{resource.Type}' is not in the table of known types");
            yield break;
        }

        if (resource.Version != facts.Version)
        {
            yield return template.Wrong(declaration.Type.At, $"'{resource.Type}' is known at {facts.Version}, not {resource.Version}");
        }

        if (body.Find("name") is null)
        {
            yield return template.Wrong(declaration.At, $"'{declaration.Name}' has no name");
        }

        if (resource.Parent is null && resource.Type.Count(letter => letter == '/') > 1 && body.Find("parent") is null)
        {
            yield return template.Wrong(declaration.At, $"'{declaration.Name}' lies in another resource: say its parent");
        }

        if (declaration.Existing)
        {
            yield break;
        }

        if (facts.OfSubscription != (template.Scope == "subscription") && body.Find("scope") is null)
        {
            yield return template.Wrong(
                declaration.At,
                facts.OfSubscription ? $"'{resource.Type}' lies in a subscription, this file works in a {template.Scope}"
                    : $"'{resource.Type}' lies in a resource group, this file works in a {template.Scope}: put it into a module");
        }

        if (facts.Tags && body.Find("tags") is null)
        {
            yield return template.Wrong(declaration.At, $"'{declaration.Name}' has no tags");
        }

        if (body.Find("location") is TextExpression { Fixed: { } place } fixedPlace && !place.Equals("global", StringComparison.OrdinalIgnoreCase))
        {
            yield return template.Wrong(fixedPlace.At, $"the region '{place}' is written down: make it a parameter");
        }

        if (resource.Type == "Microsoft.Storage/storageAccounts"
            && body.Find("properties") is var properties
            && (properties as ObjectExpression)?.Find("allowSharedKeyAccess") is not TruthExpression { Value: false })
        {
            yield return template.Wrong(declaration.At, $"'{declaration.Name}' must have allowSharedKeyAccess: false");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z.]+(/[A-Za-z]+)+@\d{4}-\d{2}-\d{2}(-preview)?\z")]
    private static partial Regex Written();
}
