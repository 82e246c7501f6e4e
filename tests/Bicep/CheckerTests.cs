using SoraFunctions.Bicep.Tests.Model;
using SoraFunctions.Bicep.Tests.Rules;

namespace SoraFunctions.Bicep.Tests;

/// <summary>The checker finds what is wrong, and says where.</summary>
public sealed class CheckerTests
{
    public static TheoryData<string, string> Alone => BrokenTexts.Alone;

    [Theory]
    [MemberData(nameof(Alone))]
    public void A_broken_text_gives_this_one_finding(string finding, string text) =>
        Assert.Equal([finding], Findings(("main.bicep", text)));

    [Fact]
    public void A_module_that_is_not_there_is_found() => Assert.Equal(
        ["main.bicep(1,10): there is no module 'other.bicep'"],
        Findings(("main.bicep", "module a 'other.bicep' = {\n}")));

    [Fact]
    public void A_module_lacks_a_parameter_gets_an_unknown_one_and_a_wrong_one() => Assert.Equal(
        [
            "main.bicep(2,11): 'm/part.bicep' needs the parameter 'needed'",
            "main.bicep(3,5): 'm/part.bicep' has no parameter 'unknown'",
            "main.bicep(4,11): 'kind': 'c' is none of 'a', 'b'",
            "main.bicep(5,12): 'count': 'three' does not go where int is wanted",
        ],
        Findings(
            ("main.bicep", "module x 'm/part.bicep' = {\n  params: {\n    unknown: 1\n    kind: 'c'\n    count: 'three'\n  }\n}"),
            ("m/part.bicep", """
                param needed string
                param kind 'a' | 'b'
                param count int
                output all string = '${needed}${kind}${count}'
                """)));

    [Fact]
    public void An_output_that_a_module_does_not_have_is_found() => Assert.Equal(
        ["main.bicep(3,29): there is no 'url' here; there is host"],
        Findings(
            ("main.bicep", "module x 'part.bicep' = {\n}\noutput u string = x.outputs.url"),
            ("part.bicep", "output host string = 'h'")));

    [Fact]
    public void A_module_in_a_subscription_says_the_group_it_goes_to() => Assert.Equal(
        ["main.bicep(2,8): 'part.bicep' works in a resourceGroup, this file in a subscription: say the scope"],
        Findings(("main.bicep", "targetScope = 'subscription'\nmodule x 'part.bicep' = {\n}"), ("part.bicep", "output a int = 1")));

    [Fact]
    public void A_name_made_of_a_modules_output_is_found_through_variables() => Assert.Equal(
        ["main.bicep(5,9): the name of 'p' depends on 'x.outputs', which is not known at the start"],
        Findings(
            ("main.bicep", "module x 'part.bicep' = {\n}\nvar late = x.outputs.host\nresource p 'Microsoft.Web/serverfarms@2025-03-01' = {\n  name: 'p-${late}'\n  tags: {}\n}"),
            ("part.bicep", "output host string = 'h'")));

    [Fact]
    public void An_import_names_what_the_other_file_exports() => Assert.Equal(
        ["main.bicep(1,10): 'sizes.bicep' exports no 'large'"],
        Findings(("main.bicep", "import { large } from 'sizes.bicep'\noutput a int = large"), ("sizes.bicep", "@export()\nvar small = 1"))
            .Where(finding => !finding.Contains("means nothing", StringComparison.Ordinal)));

    [Fact]
    public void An_imported_object_fits_the_type_it_is_given_to() => Assert.Equal(
        ["main.bicepparam(3,14): 'size': cores: 'many' does not go where int is wanted"],
        Findings(
            ("main.bicepparam", "using 'main.bicep'\nimport { big } from 'sizes.bicep'\nparam size = big"),
            ("main.bicep", "import { Size } from 'sizes.bicep'\nparam size Size\noutput a int = size.cores"),
            ("sizes.bicep", "@export()\ntype Size = {\n  cores: int\n}\n@export()\nvar big = {\n  cores: 'many'\n}")));

    [Fact]
    public void A_parameter_file_assigns_what_its_template_needs_and_nothing_else() => Assert.Equal(
        [
            "main.bicepparam(1,1): 'main.bicep' needs the parameter 'needed'",
            "main.bicepparam(2,7): 'main.bicep' has no parameter 'other'",
            "main.bicepparam(3,15): 'count': 'x' does not go where int is wanted",
        ],
        Findings(
            ("main.bicepparam", "using 'main.bicep'\nparam other = 1\nparam count = 'x'"),
            ("main.bicep", "param needed string\nparam count int = 1\noutput a string = '${needed}${count}'")));

    [Fact]
    public void A_role_assignment_says_who_gets_it_and_is_named_after_what_it_gives() => Assert.Equal(
        ["main.bicep(8,10): 'r' does not say its principalType", "main.bicep(8,10): 'r' is named after another role than it gives"],
        Findings(("main.bicep", """
            param one string
            param other string

            resource i 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
              name: 'i'
            }

            resource r 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
              name: guid(i.id, i.name, one)
              properties: {
                principalId: i.properties.principalId
                roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', other)
              }
            }
            """)));

    private static IEnumerable<string> Findings(params (string Path, string Text)[] files) =>
        BicepChecker.Check(new Workspace(files.ToDictionary(file => file.Path, file => file.Text.ReplaceLineEndings("\n"))))
            .Select(finding => finding.ToString());
}
