using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Stamping;

namespace SoraFunctions.Provenance.Verification;

/// <summary>Reads what a manifest states beside its actions. A document in another form is passed over.</summary>
internal static class StatedFacts
{
    public static GenerationFacts? Generation(CheckedManifest manifest)
    {
        if (Maps(manifest, GenerationFacts.Label).FirstOrDefault() is not { } map
            || map.Text("engine") is not { } engine || map.Text("engineVersion") is not { } version
            || map.Integer("seed") is not { } seed || map.Bytes("storyboardSha256") is not { } storyboard)
            return null;
        return new GenerationFacts(engine, version, seed, Convert.ToHexStringLower(storyboard.Span))
        {
            Model = map.Text("model"),
            Warnings = [.. (map.Array("warnings") ?? []).OfType<CborText>().Select(text => text.Value)],
        };
    }

    public static IReadOnlyList<GrantedWork> Rights(CheckedManifest manifest) =>
        [.. from map in Maps(manifest, GrantedWork.Label)
            from one in map.Maps("works")
            let work = one.Text("work")
            let holder = one.Text("holder")
            where work is not null && holder is not null
            select new GrantedWork(work, holder, one.Text("grant"))];

    public static IReadOnlyDictionary<string, string> TrainingMining(CheckedManifest manifest)
    {
        var uses = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var map in Maps(manifest, AssertionLabel.TrainingMining, "c2pa.training-mining"))
            foreach (var key in map.Map("entries")?.TextKeys ?? [])
                if (map.Map("entries")?.Map(key)?.Text("use") is { } use)
                    uses[key] = use;
        return uses;
    }

    public static IReadOnlyList<SoftBindingInfo> SoftBindings(CheckedManifest manifest) =>
        [.. from map in Maps(manifest, AssertionLabel.SoftBinding)
            let algorithm = map.Text("alg")
            from block in map.Maps("blocks")
            let value = block.Bytes("value")
            where algorithm is not null && value is not null
            select new SoftBindingInfo(algorithm, Convert.ToHexStringLower(value.Value.Span))];

    private static IEnumerable<CborMap> Maps(CheckedManifest manifest, params string[] kinds) =>
        manifest.Assertions.Where(one => kinds.Contains(one.Kind)).Select(one => one.Map).OfType<CborMap>();
}
