using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Verification;

/// <summary>
/// The findings on an ingredient at the time it was taken in, as its assertion records them. A finding that
/// was known then and stated by the signer is no news later.
/// </summary>
internal static class RecordedResults
{
    public static CborMap ToCbor(VerificationReport report) => CborMap.Of(
        ("activeManifest", Lists(report.Entries)),
        ("ingredientDeltas", report.IngredientDeltas.Count == 0 ? null : new CborArray(
            [.. report.IngredientDeltas.Select(delta => (CborItem)CborMap.Of(
                ("ingredientAssertionURI", delta.IngredientAssertionUri),
                ("validationDeltas", Lists(delta.Entries))))])));

    private static CborMap Lists(IReadOnlyList<VerificationEntry> entries)
    {
        CborArray Of(EntryKind kind) => new([.. entries.Where(one => one.Kind == kind).Select(Status)]);
        return CborMap.Of(
            ("success", Of(EntryKind.Success)),
            ("informational", Of(EntryKind.Informational)),
            ("failure", Of(EntryKind.Failure)));
    }

    private static CborItem Status(VerificationEntry entry) => CborMap.Of(
        ("code", entry.Code),
        ("url", entry.Url is null ? null : (CborItem)entry.Url),
        ("explanation", entry.Explanation));

    /// <summary>
    /// Code and absolute address of every finding recorded in an ingredient assertion of any version.
    /// </summary>
    public static IEnumerable<(string Code, string Url)> Known(CborMap ingredient, string ingredientManifest)
    {
        var lists = new List<CborMap>();
        if (ingredient.Map("validationResults") is { } results)
        {
            if (results.Map("activeManifest") is { } active)
                lists.Add(active);
            lists.AddRange(results.Maps("ingredientDeltas").Select(delta => delta.Map("validationDeltas")).OfType<CborMap>());
        }
        var statuses = lists
            .SelectMany(list => list.Maps("success").Concat(list.Maps("informational")).Concat(list.Maps("failure")))
            .Concat(ingredient.Maps("validationStatus"));
        foreach (var status in statuses)
            if (status.Text("code") is { } code)
                yield return (code, JumbfUri.Absolute(status.Text("url") ?? "", ingredientManifest));
    }
}

/// <summary>Findings recorded on the way from the active manifest to an ancestor.</summary>
internal sealed record KnownFindings(HashSet<(string Code, string Url)> Here, KnownFindings? Before)
{
    public bool Contains(VerificationEntry entry)
    {
        for (var known = this; known is not null; known = known.Before)
            if (known.Here.Contains((entry.Code, entry.Url ?? "")))
                return true;
        return false;
    }
}
