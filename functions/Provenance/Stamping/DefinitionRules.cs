namespace SoraFunctions.Provenance.Stamping;

/// <summary>
/// The rules a definition must keep so that readers accept the manifest (C2PA 2.2 sections 18.10 and 18.16).
/// </summary>
internal static class DefinitionRules
{
    private static readonly string[] Beginnings = ["c2pa.created", "c2pa.opened"];

    /// <exception cref="ArgumentException">A rule is broken; the message names the field and what would be
    /// accepted.</exception>
    public static void Check(ManifestDefinition definition)
    {
        Require(!string.IsNullOrWhiteSpace(definition.Title), "Title must not be empty.");
        Require(!string.IsNullOrWhiteSpace(definition.Generator.Name), "Generator.Name must not be empty.");
        Require(definition.ManifestId.Version == 4, "ManifestId must be a version 4 UUID; ContentId.From makes one from a key.");
        Require(definition.Actions.Count > 0 && Beginnings.Contains(definition.Actions[0].Name),
            "Actions must begin with c2pa.created or c2pa.opened.");
        Require(definition.Actions.Count(action => Beginnings.Contains(action.Name)) == 1,
            "Actions must hold exactly one c2pa.created or c2pa.opened.");
        Require(definition.Ingredients.Count(one => one.Relationship == IngredientRelationship.ParentOf) <= 1,
            "Ingredients may hold one ParentOf at most.");
        foreach (var (index, action) in definition.Actions.Index())
            Check(definition, action, $"Actions[{index}] ({action.Name})");
        if (definition.Generation is { } facts)
            Require(facts.StoryboardSha256.Length == 64 && facts.StoryboardSha256.All(char.IsAsciiHexDigit),
                "Generation.StoryboardSha256 must have 64 hexadecimal digits.");
        foreach (var (index, right) in definition.Rights.Index())
            Require(right.Work.Length > 0 && right.Holder.Length > 0, $"Rights[{index}] must name a work and its holder.");
        if (definition.TrainingMining is { Constraint: null } policy)
            Require(!policy.Uses.Contains(DataUse.Constrained),
                "TrainingMining.Constraint must state the conditions of the constrained uses.");
    }

    private static void Check(ManifestDefinition definition, ActionDefinition action, string name)
    {
        Require(action.Ingredients.All(one => one >= 0 && one < definition.Ingredients.Count),
            $"{name}.Ingredients must be positions in Ingredients, 0 to {definition.Ingredients.Count - 1}.");
        var used = action.Ingredients.Select(one => definition.Ingredients[one].Relationship).ToList();
        switch (action.Name)
        {
            case "c2pa.created":
                Require(!string.IsNullOrEmpty(action.DigitalSourceType), $"{name}.DigitalSourceType must say how the video was made.");
                Require(!used.Contains(IngredientRelationship.ParentOf),
                    $"{name} makes something new: use c2pa.opened with a ParentOf ingredient.");
                break;
            case "c2pa.opened":
                Require(used is [IngredientRelationship.ParentOf], $"{name}.Ingredients must name exactly one ParentOf ingredient.");
                break;
            case "c2pa.placed" or "c2pa.removed":
                Require(used.Count > 0 && used.TrueForAll(one => one == IngredientRelationship.ComponentOf),
                    $"{name}.Ingredients must name ComponentOf ingredients.");
                break;
            case "c2pa.transcoded" or "c2pa.repackaged":
                Require(used.TrueForAll(one => one == IngredientRelationship.ParentOf),
                    $"{name}.Ingredients may name ParentOf ingredients only.");
                break;
            case "c2pa.translated":
                Require(action.Parameters.ContainsKey("sourceLanguage") && action.Parameters.ContainsKey("targetLanguage"),
                    $"{name}.Parameters must hold sourceLanguage and targetLanguage.");
                break;
            case "c2pa.watermarked" or "c2pa.watermarked.bound":
                Require(definition.SoftBindings.Count > 0, $"{name} needs SoftBindings; without one use c2pa.watermarked.unbound.");
                break;
        }
    }

    private static void Require(bool kept, string rule)
    {
        if (!kept)
            throw new ArgumentException(rule, "definition");
    }
}
