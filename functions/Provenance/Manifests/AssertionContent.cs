using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Manifests;

/// <summary>The CBOR documents of the assertions we write.</summary>
internal static class AssertionContent
{
    public static CborMap Actions(ManifestDefinition definition, IReadOnlyList<HashedUri> ingredients) => CborMap.Of(
        ("actions", new CborArray([.. definition.Actions.Select(action => Action(definition, action, ingredients))])),
        ("allActionsIncluded", definition.AllActionsIncluded ? (CborItem)true : null));

    private static CborItem Action(ManifestDefinition definition, ActionDefinition action, IReadOnlyList<HashedUri> ingredients)
    {
        var parameters = new List<(CborItem, CborItem?)>();
        if (action.Ingredients.Count > 0)
            parameters.Add(("ingredients", new CborArray([.. action.Ingredients.Select(one => ingredients[one].ToCbor())])));
        parameters.AddRange(from entry in action.Parameters
                            orderby entry.Key
                            select ((CborItem)entry.Key, (CborItem?)entry.Value));
        return CborMap.Of(
            ("action", action.Name),
            ("when", CborItem.Time(action.When ?? definition.Created)),
            ("softwareAgent", action.SoftwareAgent is { } agent ? Agent(agent) : null),
            ("digitalSourceType", Optional(action.DigitalSourceType)),
            ("description", Optional(action.Description)),
            ("parameters", parameters.Count > 0 ? CborMap.Of([.. parameters]) : null));
    }

    public static CborMap Agent(SoftwareAgent agent) => CborMap.Of(("name", agent.Name), ("version", Optional(agent.Version)));

    public static CborMap Ingredient(IngredientDefinition ingredient)
    {
        var ancestry = ingredient.Ancestry;
        return CborMap.Of(
            ("relationship", Name(ingredient.Relationship)),
            ("dc:title", ingredient.Title),
            ("dc:format", ingredient.Format),
            ("description", Optional(ingredient.Description)),
            ("activeManifest", ancestry?.ActiveManifest.ToCbor()),
            ("claimSignature", ancestry?.ClaimSignature?.ToCbor()),
            ("validationResults", ancestry is null ? null : RecordedResults.ToCbor(ancestry.Report)));
    }

    public static string Name(IngredientRelationship relationship) => relationship switch
    {
        IngredientRelationship.ParentOf => "parentOf",
        IngredientRelationship.ComponentOf => "componentOf",
        _ => "inputTo",
    };

    public static CborMap Generation(GenerationFacts facts) => CborMap.Of(
        ("engine", facts.Engine),
        ("engineVersion", facts.EngineVersion),
        ("model", Optional(facts.Model)),
        ("seed", facts.Seed),
        ("storyboardSha256", Convert.FromHexString(facts.StoryboardSha256)),
        ("warnings", facts.Warnings.Count == 0 ? null : new CborArray([.. facts.Warnings.Select(one => (CborItem)one)])));

    public static CborMap Rights(IReadOnlyList<GrantedWork> rights) => CborMap.Of(
        ("works", new CborArray([.. rights.Select(right => CborMap.Of(("work", right.Work), ("holder", right.Holder), ("grant", Optional(right.Grant))))])));

    public static CborMap TrainingMining(TrainingMiningPolicy policy)
    {
        CborItem Use(DataUse use) => use switch
        {
            DataUse.Allowed => CborMap.Of(("use", "allowed")),
            DataUse.NotAllowed => CborMap.Of(("use", "notAllowed")),
            _ => CborMap.Of(("use", "constrained"), ("constraint_info", Optional(policy.Constraint))),
        };
        return CborMap.Of(("entries", CborMap.Of(
            ("cawg.ai_generative_training", Use(policy.GenerativeTraining)),
            ("cawg.ai_training", Use(policy.Training)),
            ("cawg.ai_inference", Use(policy.Inference)),
            ("cawg.data_mining", Use(policy.DataMining)))));
    }

    public static CborMap SoftBinding(SoftBinding binding) => CborMap.Of(
        ("alg", binding.Algorithm),
        ("blocks", new CborArray(CborMap.Of(("scope", CborMap.Of()), ("value", binding.Value)))),
        ("pad", Array.Empty<byte>()));

    private static CborItem? Optional(string? text) => text is null ? null : (CborItem)text;
}
