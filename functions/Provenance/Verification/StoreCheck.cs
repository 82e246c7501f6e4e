using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Verification;

/// <summary>Walks from the active manifest through its ingredients, checking each manifest once.</summary>
internal sealed class StoreCheck(ManifestStore store, TrustAnchors anchors, DateTimeOffset now)
{
    private const int MostGenerations = 64;

    private readonly HashSet<string> redacted = RedactedIn(store);
    private readonly CborBudget budget = new();
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);

    public List<LineageEntry> Lineage { get; } = [];

    public List<IngredientDelta> Deltas { get; } = [];

    public CheckedManifest CheckActive()
    {
        visited.Add(store.Active.Label);
        return ManifestCheck.Check(store, store.Active, redacted, budget, anchors, now);
    }

    /// <summary>
    /// The manifest that binds the file: the active one itself, or the last before it that is not an update. Findings on the binding are the
    /// active one's. Null when no way leads there, which is then among the findings.
    /// </summary>
    public CheckedManifest? BoundBy(CheckedManifest active)
    {
        var (manifest, seen) = (active, new HashSet<string> { active.Label });
        for (var box = store.Active; box.Is(JumbfType.UpdateManifest);)
        {
            var parents = manifest.Ingredients.Where(one => one.Map!.Text("relationship") == "parentOf").Select(one => HashedUri.From(one.Map!["activeManifest"])).ToList();
            if (parents is not [{ } parent] || store.Find(parent.Url, manifest.Label) is not { } next || !seen.Add(next.Label))
            {
                active.Findings.Failure(StatusCode.ManifestUpdateWrongParents, JumbfUri.Manifest(active.Label),
                    "The update does not lead over one parentOf ingredient each to the manifest that binds the file.");
                return null;
            }
            box = next;
            manifest = ManifestCheck.Check(store, next, redacted, budget, anchors, now);
        }
        return manifest with { Findings = active.Findings };
    }

    /// <summary>To be called once the active manifest's own checks are complete.</summary>
    public void FollowIngredients(CheckedManifest active)
    {
        Follow(active, 0, null, null);
        foreach (var manifest in store.Manifests)
            if (!visited.Contains(manifest.Label))
                active.Findings.Note(StatusCode.ManifestUnreferenced, JumbfUri.Manifest(manifest.Label),
                    "No ingredient leads to this manifest.");
    }

    private void Follow(CheckedManifest manifest, int generation, string? relationship, KnownFindings? known)
    {
        Lineage.Add(new LineageEntry(
            generation,
            relationship,
            manifest.Label,
            manifest.Claim?.Title,
            manifest.Claim?.Generator,
            manifest.Signer,
            ActionsCheck.Describe(manifest)));
        foreach (var link in IngredientCheck.Links(manifest))
        {
            if (link.Manifest is null)
                continue;
            var knownThen = new KnownFindings([.. RecordedResults.Known(link.Assertion.Map!, manifest.Label)], known);
            var at = Deltas.Count;
            var findings = Descend(manifest, link, generation, knownThen);
            var news = findings.Entries.Where(one => !knownThen.Contains(one)).ToList();
            if (news.Count > 0)
                Deltas.Insert(at, new IngredientDelta(link.Assertion.Url, news));
        }
    }

    private Findings Descend(CheckedManifest manifest, IngredientLink link, int generation, KnownFindings known)
    {
        var findings = new Findings();
        var target = store.Find(link.Manifest!.Url, manifest.Label);
        if (target is null || !store.Manifests.Any(one => ReferenceEquals(one, target)))
        {
            findings.Failure(StatusCode.IngredientManifestMissing, link.Assertion.Url,
                $"The manifest {link.Manifest.Url} is not in the store.");
            return findings;
        }
        IngredientCheck.Judge(store, link, target, manifest.Claim?.Algorithm, HasRedactions(target), findings);
        if (!visited.Add(target.Label))
            return findings;
        if (generation + 1 >= MostGenerations)
        {
            findings.Failure(StatusCode.AncestryTooDeep, link.Assertion.Url,
                $"More than {MostGenerations} generations: the rest is not followed.");
            return findings;
        }
        var ancestor = ManifestCheck.Check(store, target, redacted, budget, anchors, now);
        Follow(ancestor, generation + 1, link.Relationship, known);
        findings.Add(ancestor.Findings);
        return findings;
    }

    private bool HasRedactions(SuperBox manifest) =>
        redacted.Any(url => url.StartsWith(JumbfUri.Manifest(manifest.Label) + "/", StringComparison.Ordinal));

    private static HashSet<string> RedactedIn(ManifestStore store)
    {
        var urls = new HashSet<string>(StringComparer.Ordinal);
        foreach (var manifest in store.Manifests)
        {
            var claims = manifest.Children.Where(child => child.Is(JumbfType.Claim)).ToList();
            if (claims.Count == 1 && TryRead(claims[0]) is { } claim)
                // A manifest may take things out of others, never out of itself.
                urls.UnionWith(claim.Redacted.Where(url => JumbfUri.Resolve(url, "") is [var home, ..] && home != manifest.Label));
        }
        return urls;
    }

    private static Claim? TryRead(SuperBox box)
    {
        try
        {
            return Claim.Read(box, new CborBudget());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
