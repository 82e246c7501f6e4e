namespace SoraFunctions.Provenance.Manifests;

/// <summary>Labels of assertions.</summary>
internal static class AssertionLabel
{
    public const string Actions = "c2pa.actions.v2";
    public const string Ingredient = "c2pa.ingredient.v3";
    public const string BmffHash = "c2pa.hash.bmff.v3";
    public const string DataHash = "c2pa.hash.data";
    public const string SoftBinding = "c2pa.soft-binding";
    public const string Thumbnail = "c2pa.thumbnail.claim";
    public const string TrainingMining = "cawg.training-mining";

    /// <summary>The label without the number that tells several assertions of one kind apart.</summary>
    public static string Kind(string label)
    {
        var at = label.LastIndexOf("__", StringComparison.Ordinal);
        return at > 0 && at + 2 < label.Length && label.AsSpan(at + 2).IndexOfAnyExceptInRange('0', '9') < 0 ? label[..at] : label;
    }

    public static string Numbered(string label, int index) => index == 0 ? label : $"{label}__{index}";
}
