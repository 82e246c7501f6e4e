using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Verification;

/// <summary>
/// Checks the rules for actions of version 2 claims (C2PA 2.2 section 18.16); older ones are only read.
/// </summary>
internal static class ActionsCheck
{
    private const string Created = "c2pa.created";
    private const string Opened = "c2pa.opened";

    public static void Check(ManifestStore store, CheckedManifest manifest)
    {
        var all = manifest.ActionLists.SelectMany(list => Of(list).Select(action => (List: list, Action: action))).ToList();
        var url = manifest.ActionLists.FirstOrDefault()?.Url ?? JumbfUri.Manifest(manifest.Label);
        if (all.Count == 0 || all[0].Action.Text("action") is not (Created or Opened))
            manifest.Findings.Failure(StatusCode.ActionMalformed, url,
                "The first action is not c2pa.created or c2pa.opened.");
        else if (all.Count(one => one.Action.Text("action") is Created or Opened) > 1)
            manifest.Findings.Failure(StatusCode.ActionMalformed, url,
                "There is more than one c2pa.created or c2pa.opened.");
        foreach (var (list, action) in all)
            Check(store, manifest, list, action);
    }

    public static IReadOnlyList<ActionInfo> Describe(CheckedManifest manifest) =>
        [.. from list in manifest.ActionLists
            from action in Of(list)
            select new ActionInfo(
                action.Text("action") ?? "",
                When(action["when"]),
                action.Text("digitalSourceType"),
                Agent(list, action))];

    private static IEnumerable<CborMap> Of(ReadAssertion list) => list.Map!.Maps("actions");

    private static string? When(CborItem? item) => item switch
    {
        CborTagged { Tag: 0, Content: CborText text } => text.Value,
        CborText text => text.Value,
        _ => null,
    };

    private static string? Agent(ReadAssertion list, CborMap action)
    {
        var agent = action["softwareAgent"];
        if (agent is null && action.Integer("softwareAgentIndex") is { } index && index >= 0
            && list.Map!.Array("softwareAgents") is { } agents && index < agents.Count)
            agent = agents[(int)index];
        return agent switch
        {
            CborText text => text.Value,
            CborMap map => $"{map.Text("name")} {map.Text("version")}".Trim(),
            _ => null,
        };
    }

    private static void Check(ManifestStore store, CheckedManifest manifest, ReadAssertion list, CborMap action)
    {
        var findings = manifest.Findings;
        var name = action.Text("action");
        if (name is null)
        {
            findings.Failure(StatusCode.ActionMalformed, list.Url, "An action has no name.");
            return;
        }
        var references = action.Map("parameters")?.Array("ingredients")?.Select(HashedUri.From).ToList();
        var relations = references?.Select(reference => Relation(store, manifest, reference)).ToList() ?? [];
        if (relations.Contains(null))
            findings.Failure(StatusCode.ActionIngredientMismatch, list.Url,
                $"{name} refers to an ingredient that is not there or was changed.");
        switch (name)
        {
            case Created when action.Text("digitalSourceType") is null:
                findings.Failure(StatusCode.ActionMalformed, list.Url, "c2pa.created has no digitalSourceType.");
                break;
            case Opened when relations is not ["parentOf"]:
                findings.Failure(StatusCode.ActionIngredientMismatch, list.Url,
                    "c2pa.opened does not name one parentOf ingredient.");
                break;
            case "c2pa.placed" or "c2pa.removed" when relations.Count == 0 || relations.Any(one => one != "componentOf"):
                findings.Failure(StatusCode.ActionIngredientMismatch, list.Url,
                    $"{name} does not name componentOf ingredients.");
                break;
            case "c2pa.transcoded" or "c2pa.repackaged" when relations.Any(one => one != "parentOf"):
                findings.Failure(StatusCode.ActionIngredientMismatch, list.Url,
                    $"{name} names an ingredient that is not parentOf.");
                break;
            case "c2pa.translated" when action.Map("parameters") is not { } languages
                || languages.Text("sourceLanguage") is null || languages.Text("targetLanguage") is null:
                findings.Failure(StatusCode.ActionMalformed, list.Url, "c2pa.translated does not name its languages.");
                break;
            case "c2pa.watermarked" or "c2pa.watermarked.bound"
                when manifest.Assertions.All(one => one.Kind != AssertionLabel.SoftBinding):
                findings.Failure(StatusCode.ActionSoftBindingMissing, list.Url,
                    $"{name} has no soft binding assertion.");
                break;
        }
    }

    private static string? Relation(ManifestStore store, CheckedManifest manifest, HashedUri? reference)
    {
        if (reference is null || store.Find(reference.Url, manifest.Label) is not { } box
            || !store.Matches(reference, box, manifest.Claim?.Algorithm))
            return null;
        return manifest.Ingredients.FirstOrDefault(one => ReferenceEquals(one.Box, box))?.Map!.Text("relationship");
    }
}
