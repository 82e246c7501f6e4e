using SoraFunctions.Bicep.Tests.Language;
using SoraFunctions.Bicep.Tests.Model;

namespace SoraFunctions.Bicep.Tests.Rules;

/// <summary>
/// Checks Bicep without its compiler. It reads every file into a syntax tree and proves: names resolve and are used; modules exist and get
/// what they declare; outputs and properties of variables, parameters and modules exist; literals fit types and allowed values; resource
/// types and versions are the known ones; scopes fit; names, conditions and loops are known at the start; outputs hold no secrets; roles go
/// by their names; storage has no keys; everything that can be tagged is; parameter files fit their template.
/// <para>
/// It does not check: bodies of resources against the types of the services (a property that does not exist passes), values that only
/// Azure can judge (regions, quotas, SKUs, free names), most warnings of the compiler and its linter, lengths of computed names, reads of
/// conditional resources that may be absent, cycles between resources, and what a deployment would change.
/// </para>
/// <para>
/// It does not read what no file here needs (functions, asserts and extensions of one's own, metadata, typed variables, #disable): a file
/// with these is a finding, never passed over.
/// </para>
/// </summary>
internal static class BicepChecker
{
    /// <summary>Everything wrong, by file and place.</summary>
    public static IReadOnlyList<Finding> Check(Workspace workspace) =>
    [
        .. workspace.SyntaxFindings
            .Concat(workspace.Templates.SelectMany(template => Check(workspace, template)))
            .Distinct()
            .OrderBy(finding => finding.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.At.Line)
            .ThenBy(finding => finding.At.Column),
    ];

    private static IEnumerable<Finding> Check(Workspace workspace, Template template) =>
    [
        .. NamesRule.Check(workspace, template),
        .. UnusedRule.Check(template),
        .. TypesRule.Check(workspace, template),
        .. HostsRule.Check(template),
        .. template.IsParameterFile
            ? ParameterFilesRule.Check(workspace, template)
            :
            [
                .. ModulesRule.Check(workspace, template),
                .. ResourcesRule.Check(template),
                .. StartKnownRule.Check(template),
                .. OutputsRule.Check(template),
                .. RolesRule.Check(template),
            ],
    ];
}
