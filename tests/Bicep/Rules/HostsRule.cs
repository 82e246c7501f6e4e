using SoraFunctions.Bicep.Tests.Language;
using SoraFunctions.Bicep.Tests.Model;

namespace SoraFunctions.Bicep.Tests.Rules;

/// <summary>Hosts that differ between clouds are not written down: they are properties of resources, or environment() knows them.</summary>
internal static class HostsRule
{
    private static readonly string[] _hosts =
        ["core.windows.net", "database.windows.net", "vault.azure.net", "management.azure.com", "login.microsoftonline.com", "azurecr.io"];

    public static IEnumerable<Finding> Check(Template template) =>
        from text in Walk.Expressions(template).Select(found => found.Value).OfType<TextExpression>()
        from letters in text.Pieces.OfType<string>()
        from host in _hosts
        where letters.Contains(host, StringComparison.OrdinalIgnoreCase)
        select template.Wrong(text.At, $"'{host}' is written down: take it from a resource or from environment()");
}
